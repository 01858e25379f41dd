import { reviewWorkflow } from './review.machine';
import { refusedResults } from './testing/refused-results';
import type { ReviewCommand } from './review.types';
import {
  after,
  allBut,
  ask,
  closedWithoutOne,
  codes,
  members,
  reached,
  rule,
  votes,
  votingOnFirst,
  when,
  type History,
} from './testing/review-histories';

const { scheduled, postponed, convened, voting, awaitingWritten, counted, minuted } = reached;
const empty = after([], 'schedule');
const recorded = after(convened, 'recordPaper');
const third = (caseId: string): object => ({ items: [{ itemId: 'i3', caseId }] });
const paper = { ...rule, ballot: 'recorded' as const };
const withPaper = [...scheduled, ask('putOnAgenda', third('case-3'), { itemRules: { i3: paper } }), ask('convene')];
const chairInConflict = [
  ...scheduled,
  ask('convene', undefined, { members, conflicts: { i1: ['chair'], i2: ['vice'] } }),
];
const chooseTooMany = { ...rule, kind: 'choose' as const, choose: 3, options: ['unit-1', 'unit-2'] };

const refusals: readonly (readonly [string, History, ReviewCommand, readonly string[]])[] = [
  [
    'items without a voting rule, of cases not listed or on the agenda already',
    scheduled,
    ask('putOnAgenda', third('case-1'), { itemRules: {}, unlistedCaseIds: ['case-1'] }),
    ['REVIEW.CASE_ON_AGENDA', 'REVIEW.CASES_NOT_LISTED', 'REVIEW.NO_VOTING_RULE'],
  ],
  ['an item id a second time', scheduled, ask('putOnAgenda'), ['REVIEW.ITEMS_NOT_NEW', 'REVIEW.CASE_ON_AGENDA']],
  ['an agenda of nothing', empty, ask('putOnAgenda', { items: [] }), ['REVIEW.ITEMS_NOT_NEW']],
  [
    'a rule that chooses more options than there are',
    scheduled,
    ask('putOnAgenda', third('case-3'), { itemRules: { i3: chooseTooMany } }),
    ['REVIEW.NO_VOTING_RULE'],
  ],
  [
    'to take off what is being voted on, and that without a reason',
    voting,
    ask('takeOff', { itemIds: ['i2'], reason: '' }),
    ['REVIEW.ITEMS_NOT_WAITING', 'REVIEW.REASON_MISSING'],
  ],
  ['a new day that has passed', postponed, ask('reschedule', { meetsOn: '2024-01-18' }), ['REVIEW.NEW_DAY_PAST']],
  [
    'to convene before the day, over an empty agenda, without chair and quorum',
    empty,
    ask('convene', { presentIds: ['m3'] }, { at: '2024-01-18T16:59:59.999Z', councilQuorum: rule.quorum }),
    ['REVIEW.TOO_EARLY', 'REVIEW.AGENDA_EMPTY', 'REVIEW.NO_QUORUM', 'REVIEW.NO_CHAIR'],
  ],
  [
    'attendance of strangers',
    scheduled,
    ask('convene', { presentIds: [...allBut(), 'stranger'] }),
    ['REVIEW.NOT_MEMBERS'],
  ],
  [
    'a member who is both present and represented',
    scheduled,
    ask('convene', { presentIds: allBut(), representedIds: ['m3'] }),
    ['REVIEW.NOT_MEMBERS'],
  ],
  [
    'a conflict on no item',
    convened,
    ask('declareConflict', { itemId: 'i9', memberId: 'm3' }),
    ['REVIEW.NOT_ON_AGENDA', 'REVIEW.VOTE_BEGUN'],
  ],
  [
    'a conflict of a stranger after the vote has begun',
    voting,
    ask('declareConflict', { itemId: 'i1', memberId: 'stranger' }),
    ['REVIEW.VOTE_BEGUN', 'REVIEW.NOT_ON_ROLL'],
  ],
  [
    'a conflict declared twice',
    after(convened, 'declareConflict'),
    ask('declareConflict'),
    ['REVIEW.CONFLICT_OF_INTEREST'],
  ],
  ['to open a ballot twice', voting, ask('openBallot'), ['REVIEW.ITEMS_NOT_WAITING']],
  ['to open a ballot on paper', withPaper, ask('openBallot', { itemIds: ['i3'] }), ['REVIEW.VOTED_ON_PAPER']],
  [
    'to open ballots together over which nobody without a conflict can preside',
    chairInConflict,
    ask('openBallot'),
    ['REVIEW.CHAIR_CONFLICTED'],
  ],
  ['a vote on an item that waits', votingOnFirst, ask('cast', { itemId: 'i2' }), ['REVIEW.BALLOT_NOT_OPEN']],
  ['a vote by a stranger', voting, ask('cast', undefined, { voterId: 'stranger' }), ['REVIEW.NOT_ON_ROLL']],
  ['a vote by nobody', voting, ask('cast', undefined, { voterId: null }), ['REVIEW.NOT_ON_ROLL']],
  [
    'a second vote by the same member',
    voting,
    ask('cast', undefined, { voterId: 'm3', hasVoted: true }),
    ['REVIEW.ALREADY_VOTED'],
  ],
  [
    'a vote of an absent member',
    after([...scheduled, ask('convene', { presentIds: allBut('m9') })], 'openBallot'),
    ask('cast', undefined, { voterId: 'm9' }),
    ['REVIEW.NOT_PRESENT'],
  ],
  [
    'a vote by a member with a conflict of interest',
    after(convened, 'declareConflict', 'openBallot'),
    ask('cast', { itemId: 'i2' }),
    ['REVIEW.CONFLICT_OF_INTEREST'],
  ],
  ['to close a ballot that is not open', votingOnFirst, ask('closeBallot'), ['REVIEW.ITEMS_NOT_OPEN']],
  ['to count while a ballot is open', votingOnFirst, ask('count', {}, { counts: {} }), ['REVIEW.ITEMS_NOT_VOTED']],
  ['to adjourn while a ballot is open', voting, ask('adjourn'), ['REVIEW.BALLOT_OPEN']],
  [
    'to pass over written opinions, or boxes not counted',
    closedWithoutOne,
    ask('count', {}, { counts: { i1: votes(9, 9) } }),
    ['REVIEW.WRITTEN_AWAITED', 'REVIEW.COUNT_MISSING'],
  ],
  [
    'to wait for written opinions of nobody',
    after(voting, 'closeBallot'),
    ask('awaitWritten'),
    ['REVIEW.NO_WRITTEN_AWAITED'],
  ],
  [
    'a written opinion of a member who is present',
    awaitingWritten,
    ask('receiveWritten', { itemId: 'i1', memberId: 'm3' }, { hasBallot: true }),
    ['REVIEW.NOT_ABSENT'],
  ],
  [
    'a written opinion on no item',
    awaitingWritten,
    ask('receiveWritten', { itemId: 'i9', memberId: 'm9' }),
    ['REVIEW.NO_WRITTEN_OPINIONS'],
  ],
  [
    'a second written opinion',
    awaitingWritten,
    ask('receiveWritten', undefined, { hasVoted: true }),
    ['REVIEW.ALREADY_VOTED'],
  ],
  [
    'a count that does not add up',
    after(voting, 'closeBallot'),
    ask('count', {}, { counts: { i1: { ...votes(9, 10), invalid: 1 }, i2: votes(8, 10) } }),
    ['REVIEW.HEAPS_DO_NOT_MAKE_RETURNED'],
  ],
  [
    'more ballots than members who may vote',
    after(voting, 'closeBallot'),
    ask('count', {}, { counts: { i1: votes(9, 11), i2: votes(8, 10) } }),
    ['REVIEW.COUNT_EXCEEDS_ROLL'],
  ],
  [
    'paper results of a part of the agenda',
    convened,
    ask('recordPaper', { counts: { i1: votes(9, 10) } }),
    ['REVIEW.PAPER_INCOMPLETE'],
  ],
  ['paper results in place of votes cast here', counted, ask('recordPaper'), ['REVIEW.NOT_RECORDABLE']],
  [
    'to vote again without a tie or a reason',
    counted,
    ask('revote', { itemIds: ['i1'] }),
    ['REVIEW.REVOTE_NOT_JUSTIFIED'],
  ],
  ['to vote here again on what was voted on paper', recorded, ask('revote'), ['REVIEW.VOTED_ON_PAPER']],
  [
    'to vote again on nothing',
    counted,
    ask('revote', { itemIds: [], reason: 'commitment' }),
    ['REVIEW.ITEMS_NOT_COUNTED'],
  ],
  ['minutes older than the meeting', counted, ask('minute', { on: '2024-01-18' }), ['REVIEW.MINUTES_BEFORE_MEETING']],
  ['minutes of a future day', counted, ask('minute', { on: '2024-01-20' }), ['REVIEW.MINUTES_IN_THE_FUTURE']],
  ['a signature of a mere member', minuted, ask('sign', { memberId: 'm3' }), ['REVIEW.NOT_A_SIGNER']],
  ['a second signature', after(minuted, 'sign'), ask('sign'), ['REVIEW.ALREADY_SIGNED']],
  ['to close on one signature', after(minuted, 'sign'), ask('close'), ['REVIEW.MINUTES_UNSIGNED']],
  ...refusedResults,
  ['a command that does not fit the state', counted, ask('cast'), ['REVIEW.NOT_IN_STATE']],
];

describe('review@1 refuses', () => {
  it.each(refusals)('%s', (_, history, command, expected) => {
    expect(codes(when(history, command))).toEqual(expected);
  });

  it('for every reason of its catalogue at least once above', () => {
    const seen = new Set(refusals.flatMap(([, , , expected]) => expected));
    const catalogue = Object.values(reviewWorkflow.definition.refusals).map((entry) => entry.code);
    expect(catalogue.filter((code) => !seen.has(code))).toEqual([]);
  });

  it('without leaving a placeholder in any sentence', () => {
    const sentences = refusals.flatMap(([, history, command]) => {
      const decision = when(history, command);
      return decision.outcome === 'refused' ? decision.reasons.flatMap(({ message }) => [message.vi, message.en]) : [];
    });
    expect(sentences.filter((sentence) => /[{}]/.test(sentence))).toEqual([]);
  });
});
