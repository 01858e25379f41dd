import type { Schema } from '../platform/persistence';
import {
  CampaignAllocation,
  CampaignIndicator,
  CampaignIssuer,
  CampaignMeasure,
  CampaignRound,
  CampaignUnit,
  CampaignWords,
} from './campaign-plan.entity';
import { Campaign } from './campaign.entity';
import { CreateCampaigns1767225700000 } from './migrations/1767225700000-create-campaigns';
import { WidenCampaigns1767226200000 } from './migrations/1767226200000-widen-campaigns';
import { CreateCampaignIssuers1767227300200 } from './migrations/1767227300200-create-campaign-issuers';
import { CreatePinnedReleases1767227500000 } from './migrations/1767227500000-create-pinned-releases';
import { PinnedRelease } from './releases/pinned-release.entity';
import { CampaignAddressee, CampaignInterimReview, CampaignOutcomeRow } from './running/running.entity';

export { campaignsInvariants } from './campaigns.invariants';
export {
  CampaignDirectory,
  type CampaignStanding,
  type MeasureOfPlan,
  type PlanOfCampaign,
  type StandingQuestion,
} from './campaign-directory';
export { campaignsSeenBy, isKnownTo, ownOrLaunched } from './campaign-sight';
export { CampaignLoad, type CampaignLoadCounts } from './campaign-load.port';
export { CampaignsModule } from './campaigns.module';
export { PinnedReleases } from './releases/pinned-releases';
export { joinPartakers } from './partakers';
export { reportRequestsOf, type ReportRequest } from './report-requests';

/** The tables of campaigns. */
export const campaignsSchema: Schema = {
  entities: [
    Campaign,
    CampaignRound,
    CampaignIndicator,
    CampaignMeasure,
    CampaignUnit,
    CampaignIssuer,
    CampaignAllocation,
    CampaignWords,
    CampaignInterimReview,
    CampaignAddressee,
    CampaignOutcomeRow,
    PinnedRelease,
  ],
  migrations: [
    CreateCampaigns1767225700000,
    WidenCampaigns1767226200000,
    CreateCampaignIssuers1767227300200,
    CreatePinnedReleases1767227500000,
  ],
};
