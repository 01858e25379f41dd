import { all, by, effect, fact, update, type WorkflowConfig } from './config';
import type { WorkflowCommand } from './command';
import { availableCommands } from './availability';
import { decide, open } from './decide';
import { defineWorkflow, type Workflow } from './definition';
import { instant } from './instant';
import { createRegistry } from './registry';
import { replay } from './replay';

type Name = 'door.build' | 'door.open' | 'door.close' | 'door.paint';
type Command = WorkflowCommand<Name, { readonly colour?: string }>;
interface Context {
  readonly colour: string;
  readonly opened: number;
}

const config: WorkflowConfig<Name, 'isPainted' | 'isNew' | 'colourIsGiven', 'count' | 'paint'> = {
  id: 'door@1',
  initial: 'closed',
  opening: { command: 'door.build', actions: [fact('door.built', 'opened')], meta: by('builder') },
  states: {
    closed: {
      on: {
        'door.open': {
          target: 'open',
          guard: all('isPainted', 'isNew'),
          actions: [update('count'), fact('door.opened', 'opened', 'missing'), effect('ring-bell', 'colour')],
          meta: by('guest'),
        },
        'door.paint': { guard: all('colourIsGiven'), actions: [update('paint')], meta: by('builder') },
      },
    },
    open: { on: { 'door.close': { target: 'closed', meta: by('guest') } } },
  },
};

const label = { vi: 'vi', en: 'en' };

const door: Workflow = defineWorkflow<Context, Command, 'isPainted' | 'isNew' | 'colourIsGiven', 'count' | 'paint'>({
  name: 'door',
  version: 1,
  config,
  initialContext: (command) => ({ colour: command.input.colour ?? '', opened: 0 }),
  guards: {
    isPainted: (context) => context.colour !== '',
    isNew: (context) => context.opened === 0,
    colourIsGiven: (_, command) => command.input.colour !== undefined,
  },
  updates: {
    count: (context) => ({ opened: context.opened + 1 }),
    paint: (_, command) => ({ colour: command.input.colour ?? '' }),
  },
  refusals: {
    isPainted: { code: 'DOOR.BARE', message: { vi: 'Chưa sơn.', en: 'Not painted.' } },
    isNew: {
      code: 'DOOR.USED',
      message: { vi: 'Đã mở {count} lần.', en: 'Opened {count} times.' },
      params: (context) => ({ count: context.opened }),
      citation: () => ({ text: 'Điều 1', status: 'verified' }),
    },
    colourIsGiven: { code: 'DOOR.COLOUR', message: label, needsInput: true },
  },
  labels: {
    states: { closed: { vi: 'Đóng', en: 'Closed' }, open: label },
    commands: { 'door.build': label, 'door.open': label, 'door.close': label, 'door.paint': label },
  },
  deadlines: () => [],
});

function ask(type: Name, input: object = {}): WorkflowCommand {
  return { type, at: instant('2024-01-19T07:00:00.000Z'), by: 'user', input, facts: {} };
}

describe(decide.name, () => {
  const closed = { state: 'closed', context: { colour: 'xanh', opened: 0 } };

  it('answers the next snapshot, the facts with the context after the change, and the effects', () => {
    expect(decide(door, closed, ask('door.open'))).toEqual({
      outcome: 'accepted',
      snapshot: { state: 'open', context: { colour: 'xanh', opened: 1 } },
      isFinal: false,
      facts: [{ type: 'door.opened', data: { opened: 1, missing: null } }],
      effects: [{ job: 'ring-bell', data: { colour: 'xanh' } }],
    });
  });

  it('names every guard that does not hold, with its figures and its citation', () => {
    const used = { state: 'closed', context: { colour: '', opened: 2 } };
    expect(decide(door, used, ask('door.open'))).toEqual({
      outcome: 'refused',
      reasons: [
        { code: 'DOOR.BARE', guard: 'isPainted', message: { vi: 'Chưa sơn.', en: 'Not painted.' } },
        {
          code: 'DOOR.USED',
          guard: 'isNew',
          message: { vi: 'Đã mở 2 lần.', en: 'Opened 2 times.' },
          citation: { text: 'Điều 1', status: 'verified' },
        },
      ],
    });
  });

  it('refuses what the state does not expect, and what nobody knows', () => {
    expect(decide(door, closed, ask('door.close'))).toMatchObject({ reasons: [{ code: 'DOOR.NOT_IN_STATE' }] });
    expect(decide(door, closed, ask('door.burn' as Name))).toMatchObject({ reasons: [{ code: 'DOOR.NOT_IN_STATE' }] });
  });

  it('does not touch the snapshot that it was given', () => {
    const before = JSON.stringify(closed);
    decide(door, closed, ask('door.open'));
    expect(JSON.stringify(closed)).toBe(before);
  });
});

describe(open.name, () => {
  it('brings an instance into being with its facts', () => {
    expect(open(door, ask('door.build', { colour: 'đỏ' }))).toMatchObject({
      snapshot: { state: 'closed', context: { colour: 'đỏ', opened: 0 } },
      facts: [{ type: 'door.built', data: { opened: 0 } }],
    });
  });

  it('refuses any other command', () => {
    expect(open(door, ask('door.open'))).toMatchObject({ reasons: [{ code: 'DOOR.NOT_IN_STATE' }] });
  });
});

describe(replay.name, () => {
  it('folds the stored commands', () => {
    const history = [ask('door.build'), ask('door.paint', { colour: 'đỏ' }), ask('door.open')];
    expect(replay(door, history)).toEqual({ state: 'open', context: { colour: 'đỏ', opened: 1 } });
  });

  it('throws on a history that the definition refuses, and on none', () => {
    expect(() => replay(door, [ask('door.build'), ask('door.close')])).toThrow('DOOR.NOT_IN_STATE');
    expect(() => replay(door, [])).toThrow('no commands');
  });
});

describe(availableCommands.name, () => {
  it('asks what can be asked now and names the guards that wait for input', () => {
    const bare = { state: 'closed', context: { colour: '', opened: 0 } };
    const { at, by: who, facts } = ask('door.open');
    expect(availableCommands(door, bare, { at, by: who, facts })).toMatchObject([
      { command: 'door.open', permissions: ['guest'], reasons: [{ code: 'DOOR.BARE' }], dependsOnInput: [] },
      { command: 'door.paint', permissions: ['builder'], reasons: [], dependsOnInput: ['colourIsGiven'] },
    ]);
  });
});

describe(createRegistry.name, () => {
  const hash = (text: string): string => `hash of ${text.length}`;

  it('finds a version by its id and the newest by its name', () => {
    const registry = createRegistry([door], hash);
    expect(registry.get('door@1').hash).toMatch(/^hash of \d+$/);
    expect(registry.latest('door').id).toBe('door@1');
  });

  it('refuses two of one id, and will not touch an instance of an unknown version', () => {
    expect(() => createRegistry([door, door], hash)).toThrow('twice');
    expect(() => createRegistry([door], hash).get('door@2')).toThrow('does not know');
    expect(() => createRegistry([door], hash).latest('gate')).toThrow('gate');
  });
});
