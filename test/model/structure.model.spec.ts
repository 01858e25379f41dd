import { allWorkflows } from '../../workflows';
import {
  canonicalJson,
  type EffectAction,
  type FactAction,
  type Label,
  type StateConfig,
  type TransitionConfig,
} from '../../workflows/kernel';
import { PERMISSIONS } from '../../src/platform/auth/permission';
import { edgesOf } from '../tools/workflow-edges';

type AnyState = StateConfig<string, string, string>;
type AnyTransition = TransitionConfig<string, string>;

/** States without a way out that are not final: an instance rests there on purpose. */
const RESTING: Readonly<Record<string, string>> = {};

/** Commands that leave no event of the machine, and why. */
const SILENT: Readonly<Record<string, string>> = {
  'review@1: review.cast': 'a row about a vote would give away its order; roll and box have tables of their own',
  'review@1: review.receiveWritten': 'a written opinion is a vote',
};

const KEBAB = /^[a-z]+(-[a-z]+)*$/;
const CAMEL = /^[a-z][a-zA-Z]*$/;

/** Every state of a config with its path, parents before their refined states. */
function statesOf(
  states: Readonly<Record<string, AnyState>>,
  prefix = '',
): readonly { readonly path: string; readonly state: AnyState }[] {
  return Object.entries(states).flatMap(([name, state]) => [
    { path: prefix + name, state },
    ...statesOf(state.states ?? {}, `${prefix}${name}.`),
  ]);
}

type Action = NonNullable<AnyTransition['actions']>[number];

// An update may have any name, so its type alone does not tell TypeScript that it is neither fact nor effect.
const factsOf = (actions: readonly Action[]): readonly FactAction['params'][] =>
  actions.filter((action): action is FactAction => action.type === 'fact').map(({ params }) => params);

const effectsOf = (actions: readonly Action[]): readonly EffectAction['params'][] =>
  actions.filter((action): action is EffectAction => action.type === 'effect').map(({ params }) => params);

const isFilled = (label: Label | undefined): boolean =>
  label !== undefined && label.vi.trim().length > 0 && label.en.trim().length > 0;

const placeholders = (text: string): readonly string[] => [...new Set(text.match(/\{\w+\}/g) ?? [])].sort();

const sorted = (names: Iterable<string>): readonly string[] => [...new Set(names)].sort();

it('no two workflows have one id', () => {
  expect(new Set(allWorkflows.map(({ id }) => id)).size).toBe(allWorkflows.length);
});

it('every resting state exists, has no way out, and is not final', () => {
  for (const [path, reason] of Object.entries(RESTING)) {
    const [id = '', ...state] = path.split('.');
    const transitions = allWorkflows.find((workflow) => workflow.id === id)?.transitions;
    expect(transitions?.statePaths).toContain(state.join('.'));
    expect(transitions?.from(state.join('.'))).toEqual([]);
    expect(transitions?.finals).not.toContain(state.join('.'));
    expect(reason).not.toBe('');
  }
});

it('every silent command exists', () => {
  const commands = allWorkflows.flatMap(({ id, transitions }) =>
    transitions.all().map((way) => `${id}: ${way.command}`),
  );
  expect(commands).toEqual(expect.arrayContaining(Object.keys(SILENT)));
});

describe.each(allWorkflows.map((workflow) => [workflow.id, workflow] as const))('%s', (id, workflow) => {
  const { definition, transitions } = workflow;
  const { name, config, guards, updates, refusals, labels } = definition;
  const { command: openingCommand, ...opening } = config.opening;
  const states = statesOf(config.states);
  const ways: readonly { readonly at: string; readonly command: string; readonly way: AnyTransition }[] = [
    { at: '', command: openingCommand, way: opening },
    ...states.flatMap(({ path, state }) =>
      Object.entries(state.on ?? {}).map(([command, way]) => ({ at: path, command, way: way as AnyTransition })),
    ),
  ];
  const actions = ways.flatMap(({ way }) => way.actions ?? []);

  it('calls itself by its name and version', () => {
    expect([id, config.id]).toEqual([`${name}@${definition.version}`, `${name}@${definition.version}`]);
  });

  it('has a config that survives JSON unchanged', () => {
    expect(JSON.parse(canonicalJson(config))).toStrictEqual(JSON.parse(JSON.stringify(config)));
    expect(JSON.parse(JSON.stringify(config))).toStrictEqual(config);
  });

  it('uses nothing of XState that runs by itself or depends on the past', () => {
    for (const { state } of states) {
      expect(['id', 'type', 'initial', 'states', 'on']).toEqual(expect.arrayContaining(Object.keys(state)));
      expect([undefined, 'final']).toContain(state.type);
    }
    for (const { way } of ways) {
      expect(['target', 'guard', 'actions', 'meta']).toEqual(expect.arrayContaining(Object.keys(way)));
    }
  });

  it('has at most one transition per state and command, its parents included', () => {
    for (const { at, command, way } of ways) {
      expect(Array.isArray(way)).toBe(false);
      const inherited = ways.filter((other) => other.command === command && at.startsWith(`${other.at}.`));
      expect({ at, command, inherited }).toEqual({ at, command, inherited: [] });
    }
  });

  it('starts in a state that exists, and so does every refined state', () => {
    expect(Object.keys(config.states)).toContain(config.initial);
    for (const { state } of states.filter(({ state }) => state.states)) {
      expect(Object.keys(state.states ?? {})).toContain(state.initial);
    }
  });

  it('has targets that XState resolves to states of its own', () => {
    const edges = edgesOf(workflow);
    expect(edges).toHaveLength(ways.length - 1);
    for (const { to } of edges) expect(states.map(({ path }) => path)).toContain(to);
  });

  it('has a way out of every state that is neither final nor a resting end', () => {
    const stuck = transitions.statePaths.filter(
      (path) => transitions.from(path).length === 0 && !transitions.finals.has(path) && !RESTING[`${id}.${path}`],
    );
    expect(stuck).toEqual([]);
  });

  it('gives a final state no way out', () => {
    expect([...transitions.finals].filter((path) => transitions.from(path).length > 0)).toEqual([]);
  });

  it('has every guard it names, and names every guard it has', () => {
    const named = ways.flatMap(({ way }) => way.guard?.params.of ?? []);
    expect(sorted(named)).toEqual(sorted(Object.keys(guards)));
  });

  it('has every update it names, and names every update it has', () => {
    const named = actions.map(({ type }) => type).filter((type) => type !== 'fact' && type !== 'effect');
    expect(sorted(named)).toEqual(sorted(Object.keys(updates)));
  });

  it('has no update that is called as the actions of the kernel are', () => {
    expect(Object.keys(updates).filter((update) => ['fact', 'effect'].includes(update))).toEqual([]);
  });

  it('says for every guard, under one code, why it refused', () => {
    expect(sorted(Object.keys(refusals))).toEqual(sorted(Object.keys(guards)));
    const codes = Object.values(refusals).map(({ code }) => code);
    expect(new Set(codes).size).toBe(codes.length);
    for (const code of codes) expect(code).toMatch(new RegExp(`^${name.toUpperCase()}\\.[A-Z_]+$`));
    expect(codes).not.toContain(`${name.toUpperCase()}.NOT_IN_STATE`);
  });

  it('refuses in both languages with the same figures', () => {
    for (const { code, message, params } of Object.values(refusals)) {
      expect([code, isFilled(message)]).toEqual([code, true]);
      expect([code, placeholders(message.vi)]).toEqual([code, placeholders(message.en)]);
      expect([code, params !== undefined]).toEqual([code, placeholders(message.en).length > 0]);
    }
  });

  it('has a label in both languages for every state and every command, and for nothing else', () => {
    expect(sorted(Object.keys(labels.states))).toEqual(sorted(states.map(({ path }) => path)));
    expect(sorted(Object.keys(labels.commands))).toEqual(sorted(ways.map(({ command }) => command)));
    expect([...Object.values(labels.states), ...Object.values(labels.commands)].every(isFilled)).toBe(true);
  });

  it('opens by a command that no state expects', () => {
    expect(transitions.all().map(({ command }) => command)).not.toContain(openingCommand);
  });

  it('names commands and facts after itself and jobs in kebab case', () => {
    for (const { command } of ways) expect(command.split('.')).toEqual([name, expect.stringMatching(CAMEL)]);
    for (const { type } of factsOf(actions)) expect(type.split('.')).toEqual([name, expect.stringMatching(CAMEL)]);
    for (const { job } of effectsOf(actions)) expect(job).toMatch(KEBAB);
  });

  it('states a fact for every transition, but for commands that change nothing here', () => {
    for (const { at, command, way } of ways) {
      const isSilent = `${id}: ${command}` in SILENT;
      const stated = factsOf(way.actions ?? []).length;
      expect({ at, command, stated: stated > 0 }).toEqual({ at, command, stated: !isSilent });
      if (isSilent) expect([way.target, way.actions]).toEqual([undefined, undefined]);
    }
  });

  it('lets every transition be fired by a permission that somebody can hold', () => {
    for (const { at, command, way } of ways) {
      const { permissions } = way.meta;
      expect([at, command, permissions.length > 0]).toEqual([at, command, true]);
      expect(PERMISSIONS).toEqual(expect.arrayContaining([...permissions]));
    }
  });
});
