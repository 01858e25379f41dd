import type { Schema } from '../platform/persistence';
import {
  CampaignAllocation,
  CampaignIndicator,
  CampaignMeasure,
  CampaignRound,
  CampaignUnit,
} from './campaign-plan.entity';
import { Campaign } from './campaign.entity';
import { CreateCampaigns1767225700000 } from './migrations/1767225700000-create-campaigns';

export { campaignsInvariants } from './campaigns.invariants';
export { CampaignDirectory, type MeasureOfPlan, type PlanOfCampaign } from './campaign-directory';
export { ownOrLaunched } from './campaign-sight';
export { CampaignLoad, type CampaignLoadCounts } from './campaign-load.port';
export { CampaignsModule } from './campaigns.module';

/** The tables of campaigns. */
export const campaignsSchema: Schema = {
  entities: [Campaign, CampaignRound, CampaignIndicator, CampaignMeasure, CampaignUnit, CampaignAllocation],
  migrations: [CreateCampaigns1767225700000],
};
