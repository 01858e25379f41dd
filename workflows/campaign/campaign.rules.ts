import type { DeadlineSpec, LocalDate, Snapshot, Update } from '../kernel';
import type {
  CampaignCommand,
  CampaignCommandOf,
  CampaignContext,
  ExtensibleDeadline,
  PlanInput,
} from './campaign.types';

/** The context of a campaign that has just been drafted. */
export function initialCampaign(command: CampaignCommand): CampaignContext {
  return {
    ...planOf(command.input as PlanInput),
    planRevision: 1,
    approval: null,
    rulebookRelease: null,
    workflowIds: [],
    registration: { status: 'none', closesOn: null },
    reportRequests: [],
    interimReviewDates: [],
    awardCycles: [],
  };
}

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
    const { id, period, dueOn } = (command as CampaignCommandOf<'campaign.requestReport'>).input;
    return { reportRequests: [...context.reportRequests, { id, period, dueOn }] };
  },
  addAwardCycle: (context, command) => {
    const { id, dossiersDueOn } = (command as CampaignCommandOf<'campaign.openAwardCycle'>).input;
    return { awardCycles: [...context.awardCycles, { id, dossiersDueOn }] };
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

function planOf(
  plan: PlanInput,
): Pick<CampaignContext, 'kind' | 'periodType' | 'startsOn' | 'endsOn' | 'issuerIds' | 'measureCount' | 'unitCount'> {
  return {
    kind: plan.kind,
    periodType: plan.periodType,
    startsOn: plan.startsOn,
    endsOn: plan.endsOn,
    issuerIds: plan.issuerIds,
    measureCount: measureCountOf(plan),
    unitCount: new Set(plan.unitIds).size,
  };
}

function moved(context: CampaignContext, deadline: ExtensibleDeadline, dueOn: LocalDate): Partial<CampaignContext> {
  switch (deadline.of) {
    case 'registration':
      return { registration: { ...context.registration, closesOn: dueOn } };
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
