import { reviewWorkflow } from './review.machine';
import type { ReviewCommand } from './review.types';
import {
  after,
  ask,
  closedWithoutOne,
  given,
  level,
  partOnPaper,
  reached,
  stateAfter,
  votes,
  votingOnFirst,
  when,
  type History,
} from './testing/review-histories';

/** Every way out of every state, and where it leads. */
const ways: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  scheduled: {
    putOnAgenda: 'scheduled',
    takeOff: 'scheduled',
    convene: 'convened',
    adjourn: 'adjourned.convened',
    postpone: 'postponed',
    cancel: 'cancelled',
  },
  postponed: { reschedule: 'scheduled', cancel: 'cancelled' },
  convened: {
    takeOff: 'convened',
    arrive: 'convened',
    leave: 'convened',
    nameCounters: 'convened',
    declareConflict: 'convened',
    openBallot: 'voting',
    recordPaper: 'counted',
    adjourn: 'adjourned.convened',
    cancel: 'cancelled',
  },
  voting: {
    takeOff: 'voting',
    arrive: 'voting',
    leave: 'voting',
    nameCounters: 'voting',
    declareConflict: 'voting',
    openBallot: 'voting',
    cast: 'voting',
    closeBallot: 'voting',
    awaitWritten: 'awaitingWritten',
    count: 'counted',
    adjourn: 'adjourned.voting',
  },
  awaitingWritten: {
    receiveWritten: 'awaitingWritten',
    nameCounters: 'awaitingWritten',
    count: 'counted',
    cancel: 'cancelled',
  },
  counted: {
    recordPaper: 'counted',
    takeOff: 'counted',
    stepDown: 'counted',
    declare: 'counted',
    breakTie: 'voting',
    decideTie: 'counted',
    allotPlaces: 'counted',
    signCount: 'counted',
    revote: 'voting',
    minute: 'minuted',
  },
  minuted: { sign: 'minuted', close: 'closed' },
  'adjourned.convened': { reconvene: 'convened', cancel: 'cancelled' },
  'adjourned.voting': { reconvene: 'voting', cancel: 'cancelled' },
  closed: {},
  cancelled: {},
};

const closed = after(reached.voting, 'closeBallot');

/** Where the usual history of the state, or the usual command, is not one that is accepted. */
const special: Readonly<Record<string, { readonly history?: History; readonly command?: ReviewCommand }>> = {
  'scheduled putOnAgenda': { history: after([], 'schedule') },
  'convened arrive': { history: after(reached.convened, 'leave') },
  'voting arrive': { history: closedWithoutOne },
  'voting leave': { history: closed },
  'voting takeOff': { history: votingOnFirst },
  'voting declareConflict': { history: votingOnFirst },
  'voting openBallot': { history: votingOnFirst, command: ask('openBallot', { itemIds: ['i2'] }) },
  'voting awaitWritten': { history: closedWithoutOne },
  'voting count': { history: closed },
  'voting adjourn': { history: closed },
  'awaitingWritten count': { command: ask('count', {}, { counts: { i1: votes(9, 9), i2: votes(8, 9) } }) },
  'counted takeOff': { history: partOnPaper },
  'counted recordPaper': { history: after(reached.convened, 'recordPaper') },
  'counted breakTie': { history: level },
  'counted decideTie': { history: level },
  'counted signCount': { history: after(reached.voting, 'nameCounters', 'closeBallot', 'count') },
  'minuted close': { history: reached.closed.slice(0, -1) },
};

const everyWay = Object.entries(ways).flatMap(([state, out]) =>
  Object.entries(out).map(([name, target]) => [state, name, target] as const),
);

const historyOf = (state: string): History => (reached as Readonly<Record<string, History>>)[state] ?? [];

describe('the table of review@1', () => {
  it.each(Object.entries(reached))('reaches %s', (state, history) => {
    expect(given(history).state).toBe(state);
  });

  it('has no other state', () => {
    expect(Object.keys(reached).sort()).toEqual([...reviewWorkflow.transitions.statePaths].sort());
  });

  it.each(everyWay)('goes from %s by %s to %s', (state, name, target) => {
    const { history = historyOf(state), command = ask(name) } = special[`${state} ${name}`] ?? {};
    expect(given(history).state).toBe(state);
    expect(stateAfter(when(history, command))).toBe(target);
  });

  it('has no other way', () => {
    const table = reviewWorkflow.transitions.all().map(({ from, command }) => `${from} ${command}`);
    expect(table.sort()).toEqual(everyWay.map(([state, name]) => `${state} review.${name}`).sort());
  });

  it('replays to the same snapshot after its history went through JSON', () => {
    for (const history of Object.values<History>(reached)) {
      expect(given(JSON.parse(JSON.stringify(history)) as History)).toEqual(given(history));
    }
  });

  it('keeps a context that survives JSON', () => {
    for (const history of Object.values<History>(reached)) {
      const snapshot = given(history);
      expect(JSON.parse(JSON.stringify(snapshot))).toEqual(snapshot);
    }
  });
});
