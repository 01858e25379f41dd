import { decide, instant, open, replay, type Decision, type Snapshot } from '../../kernel';
import { awardWorkflow } from '../award.machine';
import type { AwardCommand, AwardContext, AwardFacts, CaseInput, Route, RulesFinding } from '../award.types';

/** The routes that the histories take: through the full council, through none, and up. */
export const council: Route = { council: 'fullCouncil', publicity: false, upward: false, simple: false };
export const plain: Route = { ...council, council: 'none' };
export const upward: Route = { ...council, upward: true };

/** Facts with which nothing is wrong. */
export const facts: AwardFacts = {
  route: council,
  routeCitation: { text: 'Quyết định số 86/2025/QĐ-UBND, Điều 5', status: 'verified' },
  achievementIsUsed: false,
  isFrozen: false,
  freezeCitation: { text: 'Nghị định số 152/2025/NĐ-CP, Điều 4 khoản 4', status: 'verified' },
  tierIsLower: true,
  hasSuccessor: false,
  campaignIsOver: false,
  consultationsOpen: [],
  campaignTakesDossiers: true,
  dossierIsComplete: true,
  subjectExists: true,
  missingPapers: 0,
};

/** What the rules say of a subject: all met, one condition not met, or one not proven. */
export const forIt: RulesFinding = {
  ...{ finding: 'met', rulebook: 'vn-r2', regime: 'R2', release: 'hash', status: 'verified', open: [] },
};
const article23 = { text: 'Luật 06/2022/QH15, Điều 23', status: 'verified' } as const;
export const againstIt: RulesFinding = {
  ...forIt,
  finding: 'notMet',
  open: [
    { condition: 'activeInMovement', finding: 'notProven', citation: { ...article23, status: 'secondary' } },
    { condition: 'ratedAtLeast', finding: 'notMet', citation: article23 },
  ],
};
export const undecided: RulesFinding = { ...againstIt, finding: 'notProven', open: againstIt.open.slice(0, 1) };

/** A nomination with which nothing is wrong. */
export const nomination = {
  campaignId: 'campaign',
  cycleId: 'cycle',
  dossierId: 'dossier',
  subject: { kind: 'person', id: 'person' },
  tier: 'district-merit',
  commendation: 'merit',
  achievementId: 'achievement',
  achievedFrom: '2023-01-01',
  achievedTo: '2023-12-31',
} as CaseInput;

const reason = { reason: 'commitment' };
const place = { reviewId: 'review', itemId: 'item' };
/** The figures of a vote that was just won. */
export const passed = { ...place, votesFor: 9, base: 10, needed: 9 };
/** A paper from above. */
export const answer = { issuer: 'Chủ tịch UBND thành phố', number: '125/QĐ-UBND', date: '2024-01-18' };

/** What each command carries when nothing is wrong with it. */
const usual: Partial<Record<AwardCommand['type'], object>> = {
  'award.draft': nomination,
  'award.revise': nomination,
  'award.assign': { officerId: 'officer' },
  'award.appraise': { finding: 'met', eligible: true },
  'award.rejectAsIneligible': reason,
  'award.startReview': place,
  'award.returnToList': place,
  'award.recommend': passed,
  'award.decline': { ...passed, votesFor: 8 },
  'award.decide': { decisionId: 'decision', decidedOn: '2024-01-15', amount: '1800000' },
  'award.refuse': reason,
  'award.recordGrantedAbove': { ...answer, amount: '6300000' },
  'award.recordRefusedAbove': answer,
  'award.recordReturnedFromAbove': answer,
  'award.return': reason,
  'award.hold': reason,
  'award.retier': { tier: 'district-certificate' },
  'award.reopen': reason,
  'award.present': { presentedOn: '2024-01-19' },
  'award.pay': { paidOn: '2024-01-19' },
  'award.revoke': reason,
};

/** A command with its usual input, or this one, and with these facts in place of the usual ones. */
export function ask(name: string, input?: object, more: Partial<AwardFacts> = {}): AwardCommand {
  const type = `award.${name}` as AwardCommand['type'];
  const at = instant('2024-01-19T07:00:00.000Z');
  return { type, at, by: 'user', input: input ?? usual[type] ?? {}, facts: { ...facts, ...more } } as AwardCommand;
}

/** The commands of an instance, first to last. */
export type History = readonly AwardCommand[];

/** The history and then these commands, each with its usual input. */
export const after = (history: History, ...names: readonly string[]): History => [
  ...history,
  ...names.map((name) => ask(name)),
];
const unfavourable = ask('appraise', { finding: 'notMet', eligible: false });
/** A case of a tier with this route, under appraisal. */
export const untilAppraisal = (route: Route): History => [
  ask('draft', nomination, { route }),
  ...['submit', 'receive', 'assign'].map((name) => ask(name)),
];

const draft = after([], 'draft');
const submitted = after(draft, 'submit');
const received = after(submitted, 'receive');
const underAppraisal = after(received, 'assign');
const appraised = after(underAppraisal, 'appraise');
const foundIneligible = [...underAppraisal, unfavourable];
const listed = after(appraised, 'list');
const inReview = after(listed, 'startReview');
const recommended = after(inReview, 'recommend');
const decided = after(recommended, 'decide');
const sentUp = after(untilAppraisal(upward), 'appraise', 'list', 'startReview', 'recommend', 'sendUp');
const grantedAbove = after(sentUp, 'recordGrantedAbove');

/** A history for every state. */
export const reached = {
  draft,
  submitted,
  returned: after(submitted, 'return'),
  received,
  underAppraisal,
  ineligible: after(foundIneligible, 'rejectAsIneligible'),
  listed,
  inReview,
  recommended,
  notRecommended: after(inReview, 'decline'),
  'onHold.received': after(received, 'hold'),
  'onHold.underAppraisal': after(underAppraisal, 'hold'),
  'onHold.listed': after(listed, 'hold'),
  'onHold.inReview': after(inReview, 'hold'),
  'onHold.recommended': after(recommended, 'hold'),
  decided,
  presented: after(decided, 'present'),
  refused: after(recommended, 'refuse'),
  sentUp,
  grantedAbove,
  refusedAbove: after(sentUp, 'recordRefusedAbove'),
  returnedFromAbove: after(sentUp, 'recordReturnedFromAbove'),
  withdrawn: after(draft, 'withdraw'),
  revoked: after(decided, 'revoke'),
} satisfies Readonly<Record<string, History>>;

/** The snapshot after the history; throws when it is refused. */
export function given(history: History): Snapshot<AwardContext> {
  return replay(awardWorkflow, history) as Snapshot<AwardContext>;
}

/** The decision on a command after the history. */
export function when(history: History, command: AwardCommand): Decision {
  return history.length === 0 ? open(awardWorkflow, command) : decide(awardWorkflow, given(history), command);
}

/** The codes of a refusal; none when it was accepted. */
export function codes(decision: Decision): readonly string[] {
  return decision.outcome === 'refused' ? decision.reasons.map((refusal) => refusal.code) : [];
}

/** The state that a decision leads to, or why it leads nowhere. */
export function stateAfter(decision: Decision): string {
  return decision.outcome === 'accepted' ? decision.snapshot.state : `refused: ${codes(decision).join()}`;
}
