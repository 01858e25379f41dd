import { endOfDay, startOfDay, type Guard, type LocalDate } from '../kernel';
import { deadlineOf, MAX_DEPTH, MAX_MEASURES, measureCountOf, standingOutcome } from './campaign.rules';
import { schoolYearIsClear } from './period';
import type { CampaignCommand, CampaignCommandOf, CampaignContext, PlanInput } from './campaign.types';

type CampaignGuard = Guard<CampaignContext, CampaignCommand>;

/** A guard over commands that carry a plan. */
const overPlan =
  (holds: (plan: PlanInput) => boolean): CampaignGuard =>
  (_, command) =>
    holds(command.input as PlanInput);

const has = (text: unknown): boolean => typeof text === 'string' && text.trim().length > 0;

const isAhead = (command: CampaignCommand, date: LocalDate): boolean => command.at < endOfDay(date);

/** The last day that a command gives to an award cycle; undefined when it gives none. */
function cycleDayIn({ type, input }: CampaignCommand): { readonly id: string; readonly dueOn: LocalDate } | undefined {
  if (type === 'campaign.openAwardCycle') return { id: input.id, dueOn: input.dossiersDueOn };
  if (type !== 'campaign.extend' || input.deadline.of !== 'awardCycle') return undefined;
  return { id: input.deadline.id, dueOn: input.dueOn };
}

/** Predicates over a campaign; each name reads as a true statement and has exactly one refusal. */
export const campaignGuards = {
  periodIsInOrder: overPlan((plan) => plan.startsOn <= plan.endsOn),
  schoolYearIsClear: overPlan(schoolYearIsClear),
  roundsAreInsideThePeriod: overPlan((plan) =>
    plan.rounds.every(
      (round) => plan.startsOn <= round.startsOn && round.startsOn <= round.endsOn && round.endsOn <= plan.endsOn,
    ),
  ),
  issuerIsNamed: overPlan((plan) => plan.issuerIds.length > 0),
  everyIndicatorHasAMeasure: overPlan((plan) => plan.indicators.every((indicator) => indicator.measures.length > 0)),
  measuresFitOnePledge: overPlan((plan) => measureCountOf(plan) <= MAX_MEASURES),
  unitsAreKnown: (_, command) => command.facts.unknownUnitIds.length === 0,
  codeIsFree: (_, command) => !command.facts.codeIsTaken,
  codesAreUnique: (_, command) => command.facts.repeatedCodes.length === 0,
  everyMeasureCanBeJudged: (_, command) => command.facts.faultyMeasures.length === 0,
  allocationsFitThePlan: (_, command) => command.facts.strayAllocations.length === 0,
  groupsAreOfThePlan: (_, command) => command.facts.strayGroups.length === 0,
  officesAreOfIssuers: (_, command) => command.facts.strayOffices.length === 0,
  parentIsKnown: (_, command) => command.facts.parent !== 'unknown',
  parentHasNotEnded: (_, command) => command.facts.parent !== 'ended',
  treeIsNotTooDeep: (_, command) => command.facts.parentDepth < MAX_DEPTH,
  parentStaysTheSame: (context, command) => {
    const { parentCampaignId } = command.input as PlanInput;
    return parentCampaignId === undefined || parentCampaignId === context.parentCampaignId;
  },
  planHasMeasures: (context) => context.measureCount > 0 || context.contentGroupCount > 0,
  planHasUnits: (context) => context.unitCount > 0 || context.participantClassCount > 0,
  approvalIsNotInTheFuture: (_, command) =>
    command.at >= startOfDay((command as CampaignCommandOf<'campaign.approve'>).input.approvedOn),
  releaseCoversThePeriod: (_, command) => command.facts.release !== null,
  releaseIsNew: (context, command) => command.facts.release !== context.rulebookRelease,
  periodHasNotEnded: (context, command) => isAhead(command, context.endsOn),
  registrationIsNotOpen: (context) => context.registration.status !== 'open',
  registrationIsOpen: (context) => context.registration.status === 'open',
  // The day decides, not the job that notes its end: it may have been extended since the job was sent.
  registrationMayEnd: ({ registration: { closesOn } }, command) =>
    command.by !== 'system' || closesOn === null || !isAhead(command, closesOn),
  closingDayIsAhead: (_, command) => {
    const { closesOn } = (command as CampaignCommandOf<'campaign.openRegistration'>).input;
    return closesOn === null || isAhead(command, closesOn);
  },
  reviewHasBeenHeld: (_, command) =>
    command.at >= startOfDay((command as CampaignCommandOf<'campaign.interimReview'>).input.heldOn),
  reportIsDueAhead: (_, command) =>
    isAhead(command, (command as CampaignCommandOf<'campaign.requestReport'>).input.dueOn),
  reportIsNotRequestedYet: (context, command) => {
    const { period } = (command as CampaignCommandOf<'campaign.requestReport'>).input;
    return context.reportRequests.every((request) => request.period !== period);
  },
  addresseesTakePart: (_, command) => command.facts.strayUnitIds.length === 0,
  dossiersAreDueAhead: (_, command) =>
    isAhead(command, (command as CampaignCommandOf<'campaign.openAwardCycle'>).input.dossiersDueOn),
  cycleIsNotOpenYet: (context, command) => {
    const { id } = (command as CampaignCommandOf<'campaign.openAwardCycle'>).input;
    return context.awardCycles.every((cycle) => cycle.id !== id);
  },
  cycleDayIsFree: (context, command) => {
    const last = cycleDayIn(command);
    return context.awardCycles.every((cycle) => cycle.id === last?.id || cycle.dossiersDueOn !== last?.dueOn);
  },
  deadlineExists: (context, command) =>
    deadlineOf(context, (command as CampaignCommandOf<'campaign.extend'>).input.deadline) !== undefined,
  newDayIsLater: (context, command) => {
    const { deadline, dueOn } = (command as CampaignCommandOf<'campaign.extend'>).input;
    const present = deadlineOf(context, deadline);
    return present === undefined || dueOn > present;
  },
  newDayIsAhead: (_, command) => isAhead(command, (command as CampaignCommandOf<'campaign.extend'>).input.dueOn),
  outcomeUnitTakesPart: (_, command) => command.facts.strayUnitIds.length === 0,
  outcomeIsNotRecordedYet: (context, command) => {
    const { kind, unitId } = (command as CampaignCommandOf<'campaign.recordOutcome'>).input;
    return context.outcomes.every((each) => each.isWithdrawn || each.kind !== kind || each.unitId !== unitId);
  },
  outcomeStands: (context, command) =>
    standingOutcome(context, (command as CampaignCommandOf<'campaign.withdrawOutcome'>).input.outcomeId) !== undefined,
  reasonIsGiven: (_, command) => has((command.input as { readonly reason?: unknown }).reason),
  noPledgeIsOpen: (_, command) => command.facts.openPledgeCount === 0,
  noCaseIsOpen: (_, command) => command.facts.openCaseCount === 0,
  nothingIsDecided: (_, command) => command.facts.decidedCaseCount === 0,
} satisfies Record<string, CampaignGuard>;

export type CampaignGuardName = keyof typeof campaignGuards;
