import { decide, instant, localDate, open, replay, type Decision, type Snapshot } from '../../kernel';
import type { Count } from '../count';
import { reviewWorkflow } from '../review.machine';
import { noReviewFacts } from '../review.rules';
import type {
  Attendance,
  CouncilMember,
  ItemCount,
  ItemRule,
  QuotaFacts,
  ReviewCommand,
  ReviewContext,
  ReviewFacts,
  ReviewItem,
} from '../review.types';

/** Ten members in the order of the council: a chair, a vice chair, seven more and the secretary. */
export const members: readonly CouncilMember[] = [
  { memberId: 'chair', personId: 'p1', seat: 'chair' },
  { memberId: 'vice', personId: 'p2', seat: 'viceChair' },
  ...['m3', 'm4', 'm5', 'm6', 'm7', 'm8', 'm9'].map((memberId): CouncilMember => ({
    memberId,
    personId: memberId.replace('m', 'p'),
    seat: 'member',
  })),
  { memberId: 'secretary', personId: 'p10', seat: 'secretary' },
];

/** All members but these. */
export const allBut = (...absent: readonly string[]): readonly string[] =>
  members.map(({ memberId }) => memberId).filter((id) => !absent.includes(id));

/** Nine tenths of all members by secret ballot; absent members write, whoever has a conflict leaves the base. */
export const rule: ItemRule = {
  tier: 'national-fighter',
  kind: 'yesNo',
  choose: null,
  ballot: 'secret',
  passRule: {
    base: 'allMembers',
    threshold: { fraction: '9/10', comparator: 'atLeast' },
    conflictEffect: 'baseShrinks',
    absent: 'writtenOpinion',
    citation: { text: 'Nghị định số 152/2025/NĐ-CP, Điều 33 khoản 5', status: 'verified' },
  },
  quorum: { fraction: '4/5', comparator: 'atLeast' },
};

/** A count of so many in favour of so many ballots, the rest against. */
export const votes = (inFavour: number, of: number): Count => ({
  issued: of,
  returned: of,
  valid: of,
  invalid: 0,
  inFavour,
  against: of - inFavour,
  abstained: 0,
});

const reason = { reason: 'commitment' };
const both = { itemIds: ['i1', 'i2'] };

/** What each command carries when nothing is wrong with it. */
const usual: Partial<Record<ReviewCommand['type'], object>> = {
  'review.schedule': {
    councilId: 'council',
    campaignId: 'campaign',
    meetsOn: localDate('2024-01-19'),
    kind: 'fullCouncil',
  },
  'review.putOnAgenda': {
    items: [
      { itemId: 'i1', caseId: 'case-1' },
      { itemId: 'i2', caseId: 'case-2' },
    ],
  },
  'review.takeOff': { itemIds: ['i2'], ...reason },
  'review.postpone': reason,
  'review.reschedule': { meetsOn: '2024-01-26' },
  'review.convene': { presentIds: allBut() },
  'review.reconvene': { presentIds: allBut() },
  'review.arrive': { memberIds: ['m9'] },
  'review.leave': { memberIds: ['m9'] },
  'review.nameCounters': { memberIds: ['m4'] },
  'review.declareConflict': { itemId: 'i2', memberId: 'm3' },
  'review.openBallot': both,
  'review.cast': { itemId: 'i1' },
  'review.closeBallot': both,
  'review.receiveWritten': { itemId: 'i1', memberId: 'm9' },
  'review.revote': { itemIds: ['i1'], ...reason },
  'review.recordPaper': { counts: { i1: votes(9, 10), i2: votes(8, 10) } },
  'review.stepDown': { itemId: 'i2', tier: 'province-certificate' },
  'review.declare': { itemIds: ['i1'], statement: 'agrees' },
  'review.breakTie': both,
  'review.decideTie': both,
  'review.signCount': { memberId: 'm4' },
  'review.minute': { on: '2024-01-19' },
  'review.sign': { memberId: 'chair' },
  'review.adjourn': reason,
  'review.cancel': reason,
};

/** One place for the tier of the usual rule; where two are level, the chair decides. */
export const quota: QuotaFacts = {
  quotaId: 'quota',
  tier: rule.tier,
  freeNumbers: [1],
  nextWaiting: 1,
  tie: 'chairDecides',
  womanFirst: false,
};

/** The facts that each command asks for, when nothing is wrong with them. */
const gathered: Partial<Record<ReviewCommand['type'], Partial<ReviewFacts>>> = {
  'review.putOnAgenda': { itemRules: { i1: rule, i2: rule } },
  'review.convene': { members },
  'review.reconvene': { members },
  'review.cast': { voterId: 'm3' },
  'review.count': { counts: { i1: votes(9, 10), i2: votes(8, 10) } },
  'review.stepDown': { tierIsKnown: true },
  'review.declare': { voterId: 'chair' },
  'review.breakTie': { quotas: [quota] },
  'review.decideTie': { quotas: [quota] },
  'review.allotPlaces': { quotas: [quota] },
};

/** The commands of an instance, first to last. */
export type History = readonly ReviewCommand[];

/** A command with its usual input, or this one, and with these facts in place of the usual ones. */
export function ask(name: string, input?: object, more: Partial<ReviewFacts> & { at?: string } = {}): ReviewCommand {
  const type = `review.${name}` as ReviewCommand['type'];
  const { at = '2024-01-19T07:00:00.000Z', ...given } = more;
  const facts: ReviewFacts = { ...noReviewFacts, ...gathered[type], ...given };
  return { type, at: instant(at), by: 'user', input: input ?? usual[type] ?? {}, facts } as ReviewCommand;
}

/** The history and then these commands, each with its usual input. */
export const after = (history: History, ...names: readonly string[]): History => [
  ...history,
  ...names.map((name) => ask(name)),
];

const scheduled = after([], 'schedule', 'putOnAgenda');
const convened = after(scheduled, 'convene');
const voting = after(convened, 'openBallot');
const counted = after(voting, 'closeBallot', 'count');
const minuted = after(counted, 'minute');

/** Nine of ten are present and the ballots of both items are closed. */
export const closedWithoutOne: History = [
  ...scheduled,
  ask('convene', { presentIds: allBut('m9') }),
  ...after([], 'openBallot', 'closeBallot'),
];

/** Both items passed with the same number of votes. */
export const level: History = [
  ...voting,
  ...after([], 'closeBallot'),
  ask('count', {}, { counts: { i1: votes(9, 10), i2: votes(9, 10) } }),
];

/** The ballot of the first item is open, the second waits. */
export const votingOnFirst: History = [...convened, ask('openBallot', { itemIds: ['i1'] })];

/** The first item was counted here, the second is voted on paper and has no result yet. */
export const partOnPaper: History = [
  ask('schedule'),
  ask('putOnAgenda', undefined, { itemRules: { i1: rule, i2: { ...rule, ballot: 'recorded', quorum: null } } }),
  ...after([], 'convene'),
  ask('openBallot', { itemIds: ['i1'] }),
  ask('closeBallot', { itemIds: ['i1'] }),
  ask('count', {}, { counts: { i1: votes(9, 10) } }),
];

/** A history for every state. */
export const reached = {
  scheduled,
  postponed: after(scheduled, 'postpone'),
  convened,
  voting,
  awaitingWritten: after(closedWithoutOne, 'awaitWritten'),
  counted,
  minuted,
  closed: [...minuted, ask('sign'), ask('sign', { memberId: 'secretary' }), ask('close')],
  'adjourned.convened': after(convened, 'adjourn'),
  'adjourned.voting': after(voting, 'closeBallot', 'adjourn'),
  cancelled: after(scheduled, 'cancel'),
} satisfies Readonly<Record<string, History>>;

/** The snapshot after the history; throws when it is refused. */
export function given(history: History): Snapshot<ReviewContext> {
  return replay(reviewWorkflow, history) as Snapshot<ReviewContext>;
}

/** The decision on a command after the history. */
export function when(history: History, command: ReviewCommand): Decision {
  return history.length === 0 ? open(reviewWorkflow, command) : decide(reviewWorkflow, given(history), command);
}

/** The codes of a refusal; none when it was accepted. */
export function codes(decision: Decision): readonly string[] {
  return decision.outcome === 'refused' ? decision.reasons.map((refusal) => refusal.code) : [];
}

/** The state that a decision leads to, or why it leads nowhere. */
export function stateAfter(decision: Decision): string {
  return decision.outcome === 'accepted' ? decision.snapshot.state : `refused: ${codes(decision).join()}`;
}

/** An item of the round after the history. */
export const item = (history: History, id: string): ReviewItem | undefined => given(history).context.items[id];

/** A round over one item with this rule, convened with these members. */
export const sitting = (
  of: Partial<ItemRule>,
  presentIds: readonly string[] = allBut(),
  more: Partial<Attendance> = {},
): History => [
  ask('schedule'),
  ask(
    'putOnAgenda',
    { items: [{ itemId: 'i1', caseId: 'case-1' }] },
    { itemRules: { i1: { ...rule, quorum: null, ...of } } },
  ),
  ask('convene', { presentIds, ...more }),
];

/** The history, then one item voted on and counted so. */
export const vote = (history: History, count: ItemCount): History => [
  ...history,
  ask('openBallot', { itemIds: ['i1'] }),
  ask('closeBallot', { itemIds: ['i1'] }),
  ask('count', {}, { counts: { i1: count } }),
];
