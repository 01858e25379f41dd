import { startOfDay, type Guard, type LocalDate } from '../kernel';
import { agreesWithRules, worstFinding } from './appraisal';
import type { AwardCommand, AwardCommandOf, AwardContext, CaseInput, ReviewPlace, VoteFigures } from './award.types';

type AwardGuard = Guard<AwardContext, AwardCommand>;
type InputOf<Name extends string> = AwardCommandOf<Extract<AwardCommand['type'], `award.${Name}`>>['input'];

const hasBegun = (command: AwardCommand, day: LocalDate): boolean => command.at >= startOfDay(day);

const follows = (day: LocalDate, decidedOn: LocalDate | null): boolean => decidedOn === null || day >= decidedOn;

const isGiven = (text: unknown): boolean => typeof text === 'string' && text.trim().length > 0;

/** Predicates over a case; each name reads as a true statement and has exactly one refusal. */
export const awardGuards = {
  achievementPeriodIsInOrder: (_, command) => {
    const { achievedFrom, achievedTo } = command.input as CaseInput;
    return achievedFrom <= achievedTo;
  },
  subjectExists: (_, command) => command.facts.subjectExists,
  tierIsKnown: (_, command) => command.facts.route !== null,
  simpleProcedureIsOpen: (_, command) =>
    (command.input as CaseInput).simple !== true || command.facts.route === null || command.facts.route.simple,
  tierIsLower: (_, command) => command.facts.tierIsLower,
  tierIsOther: (context, command) => (command.input as InputOf<'retier'>).tier !== context.tier,
  achievementIsFree: (_, command) => !command.facts.achievementIsUsed,
  subjectIsNotFrozen: (_, command) => !command.facts.isFrozen,
  campaignTakesDossiers: (_, command) => command.facts.campaignTakesDossiers,
  papersAreComplete: (_, command) => command.facts.missingPapers === 0,
  dossierIsComplete: (_, command) => command.facts.dossierIsComplete,
  isNotLedFromBelow: ({ parentCaseId }, { by }) => parentCaseId === undefined || by === 'system',
  answerIsNotOnItsWay: (_, { facts, by }) => !facts.hasSuccessor || by === 'system',
  campaignIsNotOver: (_, command) => !command.facts.campaignIsOver,
  publicCommentIsSettled: (_, command) => !command.facts.consultationsOpen.includes('publicComment'),
  agenciesAreHeard: (_, command) => !command.facts.consultationsOpen.includes('agencyOpinion'),
  partyCommitteeAgrees: (_, command) => !command.facts.consultationsOpen.includes('partyOpinion'),
  findingAgrees: (_, command) => {
    const { finding, eligible } = command.input as InputOf<'appraise'>;
    return !(finding === 'notMet' && eligible);
  },
  findingFollowsConditions: (_, command) => {
    const { finding, conditions } = command.input as InputOf<'appraise'>;
    return conditions === undefined || finding === worstFinding(conditions);
  },
  findingAgreesWithRules: (_, { input, facts }) => {
    const { finding, comment } = input as InputOf<'appraise'>;
    return agreesWithRules(finding, facts.rulesFinding) || isGiven(comment);
  },
  appraisalIsFavourable: ({ appraisal }) => appraisal?.eligible === true,
  appraisalIsUnfavourable: ({ appraisal }) => appraisal?.eligible === false,
  routeHasCouncil: ({ route }) => route.council !== 'none',
  routeHasNoCouncil: ({ route }) => route.council === 'none',
  routeGoesUp: ({ route }) => route.upward,
  routeEndsHere: ({ route }) => !route.upward,
  reviewIsThisOne: (context, command) => {
    const { reviewId, itemId } = command.input as ReviewPlace;
    return reviewId === context.reviewId && itemId === context.itemId;
  },
  votesReachTheNeed: (_, command) => {
    const { votesFor, needed } = command.input as VoteFigures;
    return votesFor >= needed;
  },
  reasonIsGiven: (_, command) => {
    const { reason } = command.input as { readonly reason?: unknown };
    return isGiven(reason);
  },
  decisionIsNotInTheFuture: (_, command) => hasBegun(command, (command.input as InputOf<'decide'>).decidedOn),
  answerIsNotInTheFuture: (_, command) => hasBegun(command, (command.input as InputOf<'recordRefusedAbove'>).date),
  presentationIsNotInTheFuture: (_, command) => hasBegun(command, (command.input as InputOf<'present'>).presentedOn),
  presentationFollowsDecision: (context, command) =>
    follows((command.input as InputOf<'present'>).presentedOn, context.decidedOn),
  paymentIsNotInTheFuture: (_, command) => hasBegun(command, (command.input as InputOf<'pay'>).paidOn),
  paymentFollowsDecision: (context, command) => follows((command.input as InputOf<'pay'>).paidOn, context.decidedOn),
  notPaidYet: (context) => context.paidOn === null,
  amountIsKnown: (context) => context.amount !== null,
} satisfies Record<string, AwardGuard>;

export type AwardGuardName = keyof typeof awardGuards;
