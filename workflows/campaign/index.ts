export { outcomeKindLabels } from './campaign.labels';
export { campaignWorkflow } from './campaign.machine';
export { durationClass, type DurationClass } from './period';
export type {
  AwardCycle,
  CampaignCommand,
  CampaignCommandOf,
  CampaignContext,
  CampaignFacts,
  CampaignKind,
  CampaignOutcome,
  ExtensibleDeadline,
  OutcomeKind,
  ParentStanding,
  PeriodType,
  PlanApproval,
  PlanInput,
  RegistrationWindow,
  ReportRequest,
} from './campaign.types';
