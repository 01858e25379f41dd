import type { ReviewCommand } from '../review.types';
import { after, allBut, ask, level, partOnPaper, quota, reached, rule, votes, type History } from './review-histories';

/** What is refused, after which history, by which command, with which codes. */
export type RefusedCase = readonly [string, History, ReviewCommand, readonly string[]];

const { scheduled, convened, voting, counted } = reached;
const closed = after(voting, 'closeBallot');
const lateFor = (kind: string, answersBy: string): ReviewCommand =>
  ask('schedule', { councilId: 'council', campaignId: null, meetsOn: '2024-01-19', kind, answersBy });
const written = [lateFor('writtenRound', '2024-01-25'), ...after([], 'putOnAgenda', 'convene', 'openBallot')];
const asking = [
  ask('schedule', {
    councilId: 'council',
    campaignId: null,
    meetsOn: '2024-01-19',
    kind: 'fullCouncil',
    needsCounters: true,
  }),
  ...after([], 'putOnAgenda', 'convene', 'openBallot', 'closeBallot'),
];
const named = after(voting, 'nameCounters', 'closeBallot', 'count');
const six = ask('leave', { memberIds: ['m3', 'm4', 'm5', 'm6'] });
const byRevote = { quotas: [{ ...quota, tie: 'revote' as const }] };
const count = (wrong: object): ReviewCommand =>
  ask('count', {}, { counts: { i1: { ...votes(9, 10), ...wrong }, i2: votes(8, 10) } });

/** Refusals of attendance, counts, places and what the council says to its results. */
export const refusedResults: readonly RefusedCase[] = [
  ['a closing day of a sitting', [], lateFor('fullCouncil', '2024-01-25'), ['REVIEW.CLOSING_DAY_WRONG']],
  ['a closing day before the ballots', [], lateFor('writtenRound', '2024-01-18'), ['REVIEW.CLOSING_DAY_WRONG']],
  [
    'an answer after the closing day',
    written,
    ask('cast', undefined, { voterId: 'm3', at: '2024-01-25T17:00:00.000Z' }),
    ['REVIEW.ANSWERS_CLOSED'],
  ],
  [
    'a ballot after the closing day',
    written.slice(0, -1),
    ask('openBallot', undefined, { at: '2024-01-25T17:00:00.000Z' }),
    ['REVIEW.CLOSING_DAY_PAST'],
  ],
  [
    'a case that is held up',
    after([], 'schedule'),
    ask('putOnAgenda', undefined, { heldUpCaseIds: ['case-1'] }),
    ['REVIEW.CASES_HELD_UP'],
  ],
  ['minutes before every item has a result', partOnPaper, ask('minute'), ['REVIEW.RESULTS_MISSING']],
  [
    'to sit again on a day that has passed',
    convened,
    ask('adjourn', { reason: 'commitment', until: '2024-01-18' }),
    ['REVIEW.RESUMPTION_PAST'],
  ],
  [
    'an absence of somebody who is there',
    scheduled,
    ask('convene', { presentIds: allBut(), absences: [{ memberId: 'm3', cause: 'duty' }] }),
    ['REVIEW.NOT_MEMBERS'],
  ],
  ['the arrival of who is there', convened, ask('arrive'), ['REVIEW.NOT_ABSENT_MEMBERS']],
  ['the leaving of who is away', after(convened, 'leave'), ask('leave'), ['REVIEW.NOT_PRESENT_MEMBERS']],
  ['to leave while a ballot is open', voting, ask('leave'), ['REVIEW.BALLOT_OPEN']],
  ['a ballot without the quorum of its item', [...convened, six], ask('openBallot'), ['REVIEW.NO_QUORUM_FOR_ITEM']],
  [
    'a chair who counts, and nobody at all',
    convened,
    ask('nameCounters', { memberIds: ['chair'] }),
    ['REVIEW.COUNTERS_NOT_ELIGIBLE'],
  ],
  ['a committee of nobody', convened, ask('nameCounters', { memberIds: [] }), ['REVIEW.COUNTERS_NOT_ELIGIBLE']],
  ['to count without the committee that the council asks for', asking, ask('count'), ['REVIEW.NO_COUNTERS']],
  ['count minutes signed by another', named, ask('signCount', { memberId: 'm5' }), ['REVIEW.NOT_A_COUNTER']],
  ['count minutes signed twice', after(named, 'signCount'), ask('signCount'), ['REVIEW.COUNT_ALREADY_SIGNED']],
  ['minutes before the count is signed', named, ask('minute'), ['REVIEW.COUNT_UNSIGNED']],
  [
    'a count that does not agree in any respect',
    closed,
    count({ issued: 9, invalid: 1, against: 0 }),
    ['REVIEW.MORE_RETURNED_THAN_ISSUED', 'REVIEW.HEAPS_DO_NOT_MAKE_RETURNED', 'REVIEW.VOTES_DO_NOT_MAKE_VALID'],
  ],
  ['votes by option on yes or no', closed, count({ votes: { x: 9 } }), ['REVIEW.COUNT_DOES_NOT_ADD_UP']],
  ['to step a case down that passed', counted, ask('stepDown', { itemId: 'i1', tier: 'x' }), ['REVIEW.CASE_NOT_LOST']],
  [
    'to step down to the same tier, or to one that nobody knows',
    counted,
    ask('stepDown', { itemId: 'i2', tier: rule.tier }, { tierIsKnown: true }),
    ['REVIEW.TIER_NOT_KNOWN'],
  ],
  [
    'the view of the chair by a member',
    counted,
    ask('declare', undefined, { voterId: 'm3' }),
    ['REVIEW.NOT_PRESIDING'],
  ],
  ['to allot places of no quota', counted, ask('allotPlaces', {}, { quotas: [] }), ['REVIEW.NO_QUOTA']],
  ['to allot places to equals', level, ask('allotPlaces'), ['REVIEW.TIE_AT_LAST_PLACE']],
  ['to break a tie that is none', counted, ask('breakTie'), ['REVIEW.NOT_TIED']],
  ['to break a part of a tie', level, ask('breakTie', { itemIds: ['i1'] }), ['REVIEW.NOT_TIED']],
  [
    'the chair to decide where it is voted on',
    level,
    ask('decideTie', undefined, byRevote),
    ['REVIEW.TIE_NOT_FOR_THE_CHAIR'],
  ],
  [
    'minutes before places are allotted',
    counted,
    ask('minute', undefined, { quotas: [quota] }),
    ['REVIEW.PLACES_NOT_ALLOTTED'],
  ],
  ['a new vote once places are allotted', after(counted, 'allotPlaces'), ask('revote'), ['REVIEW.PLACES_ALLOTTED']],
];
