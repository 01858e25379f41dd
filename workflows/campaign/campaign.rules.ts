import type { DeadlineSpec, LocalDate, Snapshot, Update } from '../kernel';
import { periodLabel } from './period';
import type {
  CampaignCommand,
  CampaignCommandOf,
  CampaignContext,
  CampaignOutcome,
  ExtensibleDeadline,
  PlanInput,
} from './campaign.types';

/** The context of a campaign that has just been drafted. */
export function initialCampaign(command: CampaignCommand): CampaignContext {
  const plan = command.input as PlanInput;
  return {
    ...planOf(plan),
    parentCampaignId: plan.parentCampaignId ?? null,
    depth: command.facts.parentDepth + 1,
    planRevision: 1,
    approval: null,
    rulebookRelease: null,
    workflowIds: [],
    registration: { status: 'none', closesOn: null },
    reportRequests: [],
    interimReviewDates: [],
    awardCycles: [],
    outcomes: [],
  };
}

/** Most campaigns on a way down the tree, from one that has no parent. */
export const MAX_DEPTH = 5;

/** Most measures of a plan: a unit answers all of them in one pledge. */
export const MAX_MEASURES = 500;

type CampaignUpdate = Update<CampaignContext, CampaignCommand>;

/** The changes of context that the machine names. */
export const campaignUpdates = {
  takePlan: (context, command) => ({
    ...planOf(command.input as PlanInput),
    planRevision: context.planRevision + 1,
  }),
  recordApproval: (_, command) => {
    const { number, symbol, approvedOn } = (command as CampaignCommandOf<'campaign.approve'>).input;
    return { approval: { number, symbol, approvedOn } };
  },
  pinRelease: (_, command) => ({ rulebookRelease: command.facts.release }),
  pinWorkflows: (_, command) => ({ workflowIds: command.facts.workflowIds }),
  openWindow: (_, command) => ({
    registration: {
      status: 'open' as const,
      closesOn: (command as CampaignCommandOf<'campaign.openRegistration'>).input.closesOn,
    },
  }),
  closeWindow: (context) => ({
    registration: {
      status: context.registration.status === 'none' ? ('none' as const) : ('closed' as const),
      closesOn: context.registration.closesOn,
    },
  }),
  addInterimReview: (context, command) => ({
    interimReviewDates: [
      ...context.interimReviewDates,
      (command as CampaignCommandOf<'campaign.interimReview'>).input.heldOn,
    ],
  }),
  addReportRequest: (context, command) => {
    const { id, period, dueOn, unitIds } = (command as CampaignCommandOf<'campaign.requestReport'>).input;
    const isForAll = unitIds === undefined;
    return { reportRequests: [...context.reportRequests, { id, period, dueOn, isForAll }] };
  },
  addAwardCycle: (context, command) => {
    const { id, dossiersDueOn } = (command as CampaignCommandOf<'campaign.openAwardCycle'>).input;
    return { awardCycles: [...context.awardCycles, { id, dossiersDueOn }] };
  },
  addOutcome: (context, command) => {
    const { id, kind, unitId } = (command as CampaignCommandOf<'campaign.recordOutcome'>).input;
    return { outcomes: [...context.outcomes, { id, kind, unitId, isWithdrawn: false }] };
  },
  withdrawOutcome: (context, command) => {
    const { outcomeId } = (command as CampaignCommandOf<'campaign.withdrawOutcome'>).input;
    return {
      outcomes: context.outcomes.map((each) => (each.id === outcomeId ? { ...each, isWithdrawn: true } : each)),
    };
  },
  moveDeadline: (context, command) => {
    const { deadline, dueOn } = (command as CampaignCommandOf<'campaign.extend'>).input;
    return moved(context, deadline, dueOn);
  },
} satisfies Record<string, CampaignUpdate>;

export type CampaignUpdateName = keyof typeof campaignUpdates;

/** The present day of a deadline that can be extended; undefined when the campaign has no such deadline. */
export function deadlineOf(context: CampaignContext, deadline: ExtensibleDeadline): LocalDate | undefined {
  switch (deadline.of) {
    case 'registration': {
      const { status, closesOn } = context.registration;
      return status === 'open' && closesOn !== null ? closesOn : undefined;
    }
    case 'period':
      return context.endsOn;
    case 'report':
      return context.reportRequests.find((request) => request.id === deadline.id)?.dueOn;
    case 'awardCycle':
      return context.awardCycles.find((cycle) => cycle.id === deadline.id)?.dossiersDueOn;
  }
}

/** All deadlines of a campaign in its present state. A campaign that is suspended or at its end has none. */
export function campaignDeadlines({ state, context }: Snapshot<CampaignContext>): readonly DeadlineSpec[] {
  if (!['underway', 'collecting', 'awarding'].includes(state)) return [];
  const { registration, reportRequests, awardCycles } = context;
  return [
    ...(registration.status === 'open' && registration.closesOn
      ? [
          {
            key: 'registrationCloses',
            kind: 'campaign.registrationCloses',
            dueOn: registration.closesOn,
            command: { type: 'campaign.closeRegistration', input: {} },
          },
        ]
      : []),
    ...reportRequests.map(({ id, dueOn }) => ({ key: `reportDue:${id}`, kind: 'campaign.reportDue', dueOn })),
    ...awardCycles.map(({ id, dossiersDueOn }) => ({
      key: `dossiersDue:${id}`,
      kind: 'campaign.dossiersDue',
      dueOn: dossiersDueOn,
    })),
    { key: 'periodEnds', kind: 'campaign.periodEnds', dueOn: context.endsOn },
  ];
}

/** How many measures the indicators of a plan have together. */
export function measureCountOf({ indicators }: PlanInput): number {
  return indicators.reduce((count, { measures }) => count + measures.length, 0);
}

/** An outcome that was recorded and not withdrawn since. */
export function standingOutcome(context: CampaignContext, id: string): CampaignOutcome | undefined {
  return context.outcomes.find((each) => each.id === id && !each.isWithdrawn);
}

type OfPlan =
  | 'kind'
  | 'periodType'
  | 'periodLabel'
  | 'startsOn'
  | 'endsOn'
  | 'issuerIds'
  | 'measureCount'
  | 'unitCount'
  | 'contentGroupCount'
  | 'participantClassCount';

function planOf(plan: PlanInput): Pick<CampaignContext, OfPlan> {
  return {
    kind: plan.kind,
    periodType: plan.periodType,
    periodLabel: periodLabel(plan),
    startsOn: plan.startsOn,
    endsOn: plan.endsOn,
    issuerIds: plan.issuerIds,
    measureCount: measureCountOf(plan),
    unitCount: new Set(plan.unitIds).size,
    contentGroupCount: plan.contentGroups?.length ?? 0,
    participantClassCount: plan.participantClasses?.length ?? 0,
  };
}

function moved(context: CampaignContext, deadline: ExtensibleDeadline, dueOn: LocalDate): Partial<CampaignContext> {
  switch (deadline.of) {
    case 'registration':
      return { registration: { ...context.registration, closesOn: dueOn } };
    case 'period':
      return { endsOn: dueOn, periodLabel: periodLabel({ ...context, endsOn: dueOn }) };
    case 'report':
      return {
        reportRequests: context.reportRequests.map((request) =>
          request.id === deadline.id ? { ...request, dueOn } : request,
        ),
      };
    case 'awardCycle':
      return {
        awardCycles: context.awardCycles.map((cycle) =>
          cycle.id === deadline.id ? { ...cycle, dossiersDueOn: dueOn } : cycle,
        ),
      };
  }
}
