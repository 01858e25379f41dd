import type { LocalDate } from '../kernel';
import { reviewDeadlines } from './review.deadlines';
import {
  after,
  allBut,
  ask,
  closedWithoutOne,
  codes,
  given,
  item,
  level,
  partOnPaper,
  reached,
  rule,
  stateAfter,
  votes,
  when,
  type History,
} from './testing/review-histories';

const { scheduled, counted, convened } = reached;
const council = { councilId: 'council', campaignId: null, meetsOn: '2024-01-19' };
const written: History = [
  ask('schedule', { ...council, kind: 'writtenRound', answersBy: '2024-01-22' }),
  ...after([], 'putOnAgenda', 'convene', 'openBallot'),
];
const late = { at: '2024-01-23T02:00:00.000Z' };
const newDay = '2024-01-26' as LocalDate;

describe('a round that waits for written opinions', () => {
  it('can still name the counting committee that its council asks for', () => {
    const asking = ask('schedule', { ...council, kind: 'fullCouncil', needsCounters: true });
    const waiting = [...after([asking, ...closedWithoutOne.slice(1)], 'awaitWritten')];
    const counts = { counts: { i1: votes(9, 9), i2: votes(8, 9) } };
    expect(codes(when(waiting, ask('count', {}, counts)))).toEqual(['REVIEW.NO_COUNTERS']);
    expect(stateAfter(when(after(waiting, 'nameCounters'), ask('count', {}, counts)))).toBe('counted');
  });

  it('can be given up, as a damaged box may ask for', () => {
    expect(stateAfter(when(reached.awaitingWritten, ask('cancel')))).toBe('cancelled');
  });
});

describe('a written round', () => {
  const deadlines = (history: History) => reviewDeadlines(given(history));

  it('has its last day for answers as a deadline while a ballot is open', () => {
    const last = [{ key: 'answersDue', kind: 'review.answersDue', dueOn: '2024-01-22' }];
    expect(deadlines(written)).toEqual(last);
    expect(deadlines(after(written, 'closeBallot'))).toEqual([]);
    expect(deadlines(reached.voting)).toEqual([]);
  });

  it('is not moved past its last day for answers unless that moves too', () => {
    const postponed = after([...written.slice(0, 1), ask('putOnAgenda')], 'postpone');
    expect(codes(when(postponed, ask('reschedule', { meetsOn: newDay })))).toEqual(['REVIEW.CLOSING_DAY_WRONG']);
    const moved = [...postponed, ask('reschedule', { meetsOn: newDay, answersBy: newDay })];
    expect(given(moved).context).toMatchObject({ meetsOn: newDay, answersBy: newDay });
  });

  it('opens no ballot that nobody can answer any more, the second one no more than the first', () => {
    const both = { itemIds: ['i1', 'i2'] };
    const open = ask('openBallot', both, late);
    expect(codes(when(written.slice(0, -1), open))).toEqual(['REVIEW.CLOSING_DAY_PAST']);
    const tie = { counts: { i1: votes(5, 10), i2: votes(5, 10) } };
    const told = [...after(written, 'closeBallot'), ask('count', {}, tie)];
    expect(codes(when(told, ask('revote', both, late)))).toEqual(['REVIEW.CLOSING_DAY_PAST']);
    expect(codes(when(told, ask('revote', { ...both, answersBy: '2024-01-22' }, late)))).toEqual([
      'REVIEW.CLOSING_DAY_PAST',
    ]);
    const again = [...told, ask('revote', { ...both, answersBy: newDay }, late)];
    expect(when(again, ask('cast', undefined, { voterId: 'm3', ...late })).outcome).toBe('accepted');
    expect(deadlines(again)).toMatchObject([{ dueOn: newDay }]);
  });

  it('breaks a tie at a last place with a last day of its own', () => {
    const levelled = { counts: { i1: votes(9, 10), i2: votes(9, 10) } };
    const told = [...after(written, 'closeBallot'), ask('count', {}, levelled)];
    expect(codes(when(told, ask('breakTie', undefined, late)))).toEqual(['REVIEW.CLOSING_DAY_PAST']);
    const again = ask('breakTie', { itemIds: ['i1', 'i2'], answersBy: newDay }, late);
    expect(stateAfter(when(told, again))).toBe('voting');
  });

  it('alone has a last day for answers', () => {
    const open = ask('openBallot', { itemIds: ['i1'], answersBy: newDay });
    expect(codes(when(convened, open))).toEqual(['REVIEW.CLOSING_DAY_WRONG']);
  });
});

describe('an agenda of which a part is voted on paper', () => {
  it('is counted here, and its paper results are recorded beside', () => {
    expect(given(partOnPaper).state).toBe('counted');
    const recorded = [...partOnPaper, ask('recordPaper', { counts: { i2: votes(8, 10) } })];
    expect(item(recorded, 'i1')?.result).toMatchObject({ passed: true, recorded: false });
    expect(item(recorded, 'i2')?.result).toMatchObject({ passed: false, recorded: true });
    expect(stateAfter(when(recorded, ask('minute')))).toBe('minuted');
  });

  it('is told how many items are left to vote on here, and not those for paper', () => {
    const open = partOnPaper.slice(0, 4);
    expect(when(open, ask('count', {}, { counts: {} }))).toMatchObject({
      reasons: [{ code: 'REVIEW.ITEMS_NOT_VOTED', message: { en: expect.stringContaining('not voted on yet: 1;') } }],
    });
  });

  it('has no minutes and gives no places before it has all its results', () => {
    expect(codes(when(partOnPaper, ask('minute')))).toEqual(['REVIEW.RESULTS_MISSING']);
    expect(codes(when(partOnPaper, ask('allotPlaces')))).toEqual(['REVIEW.RESULTS_MISSING']);
    const off = [...partOnPaper, ask('takeOff')];
    expect(stateAfter(when(off, ask('minute')))).toBe('minuted');
  });
});

describe('what was said of results that are voted on again or corrected', () => {
  const says = (itemIds: readonly string[], statement: string) =>
    ask('declare', { itemIds, statement }, { voterId: 'chair' });
  const declared = (history: History) => given(history).context.declarations;

  it('is gone with them, and stands for the others', () => {
    const said = [...counted, says(['i1', 'i2'], 'agrees')];
    expect(declared(after(said, 'revote'))).toEqual([{ memberId: 'chair', itemIds: ['i2'], statement: 'agrees' }]);
    const onPaper = [...after(convened, 'recordPaper'), says(['i1'], 'agrees')];
    expect(declared([...onPaper, ask('recordPaper', { counts: { i1: votes(8, 10) } })])).toEqual([]);
  });

  it('is one thing of each item, the last that was said', () => {
    const said = [...counted, says(['i1', 'i2'], 'agrees'), says(['i1'], 'disagrees')];
    expect(declared(said)).toEqual([
      { memberId: 'chair', itemIds: ['i2'], statement: 'agrees' },
      { memberId: 'chair', itemIds: ['i1'], statement: 'disagrees' },
    ]);
  });

  it('orders nobody who is level again after a correction', () => {
    const pair = { i1: votes(9, 10), i2: votes(9, 10) };
    const decided = [
      ...convened,
      ask('recordPaper', { counts: pair }),
      ask('decideTie', { itemIds: ['i2', 'i1'] }),
      ask('recordPaper', { counts: pair }),
    ];
    expect(codes(when(decided, ask('allotPlaces')))).toEqual(['REVIEW.TIE_AT_LAST_PLACE']);
    expect(when(level, ask('decideTie')).outcome).toBe('accepted');
  });
});

describe('an agenda', () => {
  it('takes no case that something still holds up: it could not enter the review', () => {
    const third = { items: [{ itemId: 'i3', caseId: 'case-3' }] };
    const put = ask('putOnAgenda', third, { itemRules: { i3: rule }, heldUpCaseIds: ['case-3'] });
    expect(codes(when(scheduled, put))).toEqual(['REVIEW.CASES_HELD_UP']);
  });
});

describe('a quota', () => {
  it('is of the cases of its campaign, whatever else the round judges', () => {
    const first = { i1: votes(10, 10), i2: votes(9, 10) };
    const history = [...after(reached.voting, 'closeBallot'), ask('count', {}, { counts: first })];
    const quotas = [
      { quotaId: 'q1', itemIds: ['i1'] },
      { quotaId: 'q2', itemIds: ['i2'] },
    ].map((of) => ({
      ...of,
      tier: rule.tier,
      freeNumbers: [1],
      nextWaiting: 1,
      tie: 'revote' as const,
      womanFirst: false,
    }));
    expect(given([...history, ask('allotPlaces', {}, { quotas })]).context.places).toEqual({
      i1: { quotaId: 'q1', number: 1, waiting: null },
      i2: { quotaId: 'q2', number: 1, waiting: null },
    });
  });
});

describe('written opinions that were given here', () => {
  const waiting = after(closedWithoutOne, 'awaitWritten');
  const mixedIn = { ...votes(9, 10), writtenAmong: 1 };

  it('are told apart from the ballots by nobody: the count holds how many there are, not what they say', () => {
    const history = [
      ...waiting,
      ask('count', {}, { counts: { i1: mixedIn, i2: { ...votes(8, 9), writtenAmong: 0 } } }),
    ];
    expect(item(history, 'i1')?.result).toMatchObject({ passed: true, inFavour: 9, base: 10 });
    expect(given(history).context.roll?.presentIds).toEqual(allBut('m9'));
  });

  it('are no more than absent members may send, and leave room for no other ballot', () => {
    const count = (i1: object) => when(waiting, ask('count', {}, { counts: { i1: i1 as never, i2: votes(8, 9) } }));
    expect(codes(count({ ...votes(9, 10), writtenAmong: 2 }))).toEqual(['REVIEW.COUNT_EXCEEDS_ROLL']);
    expect(codes(count({ ...votes(9, 11), writtenAmong: 1 }))).toEqual(['REVIEW.COUNT_EXCEEDS_ROLL']);
    expect(codes(count({ ...votes(9, 9), writtenAmong: 10 }))).toContain('REVIEW.COUNT_DOES_NOT_ADD_UP');
  });
});
