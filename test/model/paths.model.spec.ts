import { allWorkflows } from '../../workflows';
import {
  decide,
  fillLabel,
  open,
  replay,
  type Decision,
  type Snapshot,
  type Workflow,
  type WorkflowCommand,
} from '../../workflows/kernel';
import { allSamples } from './samples';
import { markOf, shortestPaths } from './walk';
import type { WorkflowSamples } from './workflow-samples';

const through = <Value>(value: Value): Value => JSON.parse(JSON.stringify(value)) as Value;

/** Runs an instance as the database sees it: every command and every snapshot is written as text and read back. */
function persisted(workflow: Workflow, commands: readonly WorkflowCommand[]): Snapshot {
  const [opening, ...rest] = through(commands);
  const start = snapshotAfter(open(workflow, opening!));
  return rest.reduce((snapshot, command) => snapshotAfter(decide(workflow, snapshot, command)), start);
}

function snapshotAfter(decision: Decision): Snapshot {
  if (decision.outcome === 'refused') throw new Error(decision.reasons.map(({ code }) => code).join());
  return through(decision.snapshot);
}

/** Every sample command asked in every snapshot of the walk, with the transition it would take. */
function* attempts({ workflow, commands }: WorkflowSamples, ends: readonly Snapshot[]) {
  for (const end of ends) {
    for (const command of commands(end)) {
      const way = workflow.transitions.find(end.state, command.type);
      if (way) yield { end, command, way };
    }
  }
}

it('there are samples for every workflow', () => {
  expect(allSamples.map((samples) => samples.workflow.id).sort()).toEqual(allWorkflows.map(({ id }) => id).sort());
});

describe.each(allSamples.map((samples) => [samples.workflow.id, samples] as const))('%s', (_, samples) => {
  const { workflow } = samples;
  const { definition, transitions } = workflow;
  const paths = shortestPaths(samples);
  const ends = paths.map(({ commands }) => persisted(workflow, commands));

  it('reaches every state, the final ones among them', () => {
    expect(new Set(ends.map(({ state }) => state))).toEqual(new Set(transitions.statePaths));
  });

  it('takes every transition of every state', () => {
    const all = transitions.statePaths.flatMap((state) =>
      transitions.from(state).map(({ command }) => `${state}: ${command}`),
    );
    const taken = [...attempts(samples, ends)]
      .filter(({ end, command }) => decide(workflow, end, command).outcome === 'accepted')
      .map(({ end, command }) => `${end.state}: ${command.type}`);
    expect(new Set(taken)).toEqual(new Set(all));
  });

  it('ends every shortest path where XState says', () => {
    expect(ends.map((end) => markOf(samples, end))).toEqual(paths.map(({ leadsTo }) => leadsTo));
  });

  it('replays every shortest path to the stored snapshot', () => {
    expect(paths.map(({ commands }) => replay(workflow, through(commands)))).toEqual(ends);
  });

  it('keeps a context that survives JSON unchanged', () => {
    for (const { commands } of paths) {
      const { context } = replay(workflow, commands);
      expect(through(context)).toStrictEqual(context);
    }
  });

  it('leaves a final state by no command', () => {
    for (const end of ends.filter(({ state }) => transitions.finals.has(state))) {
      const outcomes = samples.commands(end).map((command) => decide(workflow, end, command).outcome);
      expect(new Set(outcomes)).toEqual(new Set(['refused']));
    }
  });

  it('fills every placeholder of every refusal', () => {
    const openings = samples.openings.map((command) => ({
      end: { context: definition.initialContext(command) },
      command,
      way: transitions.opening,
    }));
    const asked = new Set<string>();
    for (const { end, command, way } of [...openings, ...attempts(samples, ends)]) {
      for (const guard of way.guards) {
        const { message, params } = definition.refusals[guard]!;
        const { vi, en } = fillLabel(message, params?.(end.context, command) ?? {});
        expect(`${guard}: ${vi} ${en}`).not.toMatch(/[{}]|undefined|null|NaN|\[object/);
        asked.add(guard);
      }
    }
    expect(asked).toEqual(new Set(Object.keys(definition.guards)));
  });

  it('includes in facts and effects only what the context has', () => {
    const keys = new Set(ends.flatMap(({ context }) => Object.keys(context)));
    const included = JSON.stringify(definition.config).matchAll(/"include":\[([^\]]*)\]/g);
    for (const [, list = ''] of included) {
      for (const key of JSON.parse(`[${list}]`) as string[]) expect(keys).toContain(key);
    }
  });

  it('gives each deadline of a snapshot a key of its own and a command the state expects', () => {
    for (const end of ends) {
      const deadlines = definition.deadlines(end);
      const fired = deadlines.flatMap(({ command }) => (command ? [command.type] : []));
      expect(new Set(deadlines.map(({ key }) => key)).size).toBe(deadlines.length);
      for (const { kind } of deadlines) expect(kind.split('.')[0]).toBe(definition.name);
      const refused = fired.filter((type) => !transitions.find(end.state, type)?.permissions.includes('system'));
      expect({ state: end.state, refused }).toEqual({ state: end.state, refused: [] });
    }
  });
});
