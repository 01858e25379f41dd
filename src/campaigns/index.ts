import type { Schema } from '../platform/persistence';
import {
  CampaignAllocation,
  CampaignIndicator,
  CampaignMeasure,
  CampaignRound,
  CampaignUnit,
  CampaignWords,
} from './campaign-plan.entity';
import { Campaign } from './campaign.entity';
import { CreateCampaigns1767225700000 } from './migrations/1767225700000-create-campaigns';
import { WidenCampaigns1767226200000 } from './migrations/1767226200000-widen-campaigns';
import { CampaignAddressee, CampaignInterimReview, CampaignOutcomeRow } from './running/running.entity';

export { campaignsInvariants } from './campaigns.invariants';
export {
  CampaignDirectory,
  type CampaignStanding,
  type MeasureOfPlan,
  type PlanOfCampaign,
  type StandingQuestion,
} from './campaign-directory';
export { campaignsSeenBy, ownOrLaunched } from './campaign-sight';
export { CampaignLoad, type CampaignLoadCounts } from './campaign-load.port';
export { CampaignsModule } from './campaigns.module';
export { reportRequestsOf, type ReportRequest } from './report-requests';

/** The tables of campaigns. */
export const campaignsSchema: Schema = {
  entities: [
    Campaign,
    CampaignRound,
    CampaignIndicator,
    CampaignMeasure,
    CampaignUnit,
    CampaignAllocation,
    CampaignWords,
    CampaignInterimReview,
    CampaignAddressee,
    CampaignOutcomeRow,
  ],
  migrations: [CreateCampaigns1767225700000, WidenCampaigns1767226200000],
};
