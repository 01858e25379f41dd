import { localDateOf, type DeadlineSpec, type Update } from '../kernel';
import { withNotes } from './appraisal';
import type { AnswerAbove, AwardCommand, AwardCommandOf, AwardContext, CaseInput, Route } from './award.types';

/** What a case knows only after its appraisal has begun; stepping down or reopening forgets it. */
const unjudged = { appraisal: null, reviewId: null, itemId: null, recommendation: null, above: null } as const;

/** The context of a case that has just been drafted. */
export function initialAward(command: AwardCommand): AwardContext {
  return {
    ...nominationOf(command),
    ...unjudged,
    officerId: null,
    decisionId: null,
    decidedOn: null,
    presentedOn: null,
    paidOn: null,
    amount: null,
    retieredFrom: [],
  };
}

type AwardUpdate = Update<AwardContext, AwardCommand>;

/** The changes of context that the machine names. */
export const awardUpdates = {
  takeNomination: (_, command) => nominationOf(command),
  assignOfficer: (_, command) => ({ officerId: (command as AwardCommandOf<'award.assign'>).input.officerId }),
  recordAppraisal: (_, command) => {
    const { input, facts } = command as AwardCommandOf<'award.appraise'>;
    const { finding, eligible, conditions } = input;
    return {
      appraisal: {
        finding,
        eligible,
        on: localDateOf(command.at),
        ...(facts.rulesFinding === undefined ? {} : { computed: facts.rulesFinding }),
        ...(conditions === undefined ? {} : { conditions: withNotes(conditions, { ...input }) }),
      },
    };
  },
  enterReview: (_, command) => {
    const { reviewId, itemId } = (command as AwardCommandOf<'award.startReview'>).input;
    return { reviewId, itemId };
  },
  leaveReview: () => ({ reviewId: null, itemId: null }),
  recordVote: (_, command) => {
    const { votesFor, base, needed } = (command as AwardCommandOf<'award.recommend'>).input;
    return { recommendation: { votesFor, base, needed } };
  },
  recordDecision: (_, command) => {
    const { decisionId, decidedOn, amount } = (command as AwardCommandOf<'award.decide'>).input;
    return { decisionId, decidedOn, amount };
  },
  recordAnswer: (_, command) => ({ above: answerOf(command) }),
  recordGrant: (_, command) => {
    const { date, amount } = (command as AwardCommandOf<'award.recordGrantedAbove'>).input;
    return { decidedOn: date, amount: amount ?? null };
  },
  stepDown: (context, command) => ({
    ...unjudged,
    tier: (command as AwardCommandOf<'award.retier'>).input.tier,
    route: routeTaken(context.route, routeOf(command)),
    retieredFrom: [...context.retieredFrom, context.tier],
  }),
  forgetJudgement: () => unjudged,
  recordPresentation: (_, command) => ({
    presentedOn: (command as AwardCommandOf<'award.present'>).input.presentedOn,
  }),
  recordPayment: (_, command) => ({ paidOn: (command as AwardCommandOf<'award.pay'>).input.paidOn }),
} satisfies Record<string, AwardUpdate>;

export type AwardUpdateName = keyof typeof awardUpdates;

/** A case has no deadline of its own: the award cycle of the campaign has, and terms of appraisal need a calendar. */
export function awardDeadlines(): readonly DeadlineSpec[] {
  return [];
}

const OPEN = new Set([
  'submitted',
  'returned',
  'received',
  'underAppraisal',
  'listed',
  'inReview',
  'recommended',
  'sentUp',
  'returnedFromAbove',
]);

const DECIDED = new Set(['decided', 'presented', 'grantedAbove']);

/** Whether a case in this state is on its way: submitted once and not yet at an end, on hold included. */
export function isOpenState(state: string): boolean {
  return OPEN.has(state) || state.startsWith('onHold.');
}

/** Whether a case in this state is an award that stands: decided here or granted above, and not revoked. */
export function isDecidedState(state: string): boolean {
  return DECIDED.has(state);
}

function nominationOf(command: AwardCommand): CaseInput & { readonly route: Route } {
  const input = command.input as CaseInput;
  return {
    campaignId: input.campaignId,
    cycleId: input.cycleId,
    dossierId: input.dossierId,
    subject: { kind: input.subject.kind, id: input.subject.id },
    tier: input.tier,
    commendation: input.commendation,
    achievementId: input.achievementId,
    achievedFrom: input.achievedFrom,
    achievedTo: input.achievedTo,
    route: routeTaken(input, routeOf(command)),
    ...(input.parentCaseId === undefined ? {} : { parentCaseId: input.parentCaseId }),
    ...(input.rootCaseId === undefined ? {} : { rootCaseId: input.rootCaseId }),
  };
}

/**
 * The way that the nomination takes: by the simple procedure there is neither a council nor publicity (Law 06/2022/QH15,
 * article 85; Decree 152/2025/NĐ-CP, article 44.2), and the route says whether it was taken, no longer whether it may be.
 */
export function routeTaken({ simple = false }: Pick<CaseInput, 'simple'>, route: Route): Route {
  return simple ? { ...route, council: 'none', publicity: false, simple } : { ...route, simple };
}

/** The context is built before the guards are asked; the route of an unknown tier never gets past `tierIsKnown`. */
function routeOf({ facts }: AwardCommand): Route {
  return facts.route ?? { council: 'none', publicity: false, upward: false, simple: false };
}

function answerOf(command: AwardCommand): AnswerAbove {
  const { issuer, number, date, signer } = command.input as AnswerAbove;
  return { issuer, number, date, ...(signer === undefined ? {} : { signer }) };
}
