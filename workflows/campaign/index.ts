export { campaignWorkflow } from './campaign.machine';
export type {
  AwardCycle,
  CampaignCommand,
  CampaignContext,
  CampaignFacts,
  CampaignKind,
  ExtensibleDeadline,
  PeriodType,
  PlanApproval,
  PlanInput,
  RegistrationWindow,
  ReportRequest,
} from './campaign.types';
