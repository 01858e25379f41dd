import { Module } from '@nestjs/common';
import { UnitsModule } from '../units';
import { UsersModule } from '../users';
import { CampaignHoldings } from './campaign-holdings';
import { CampaignDirectory } from './campaign-directory';
import { CampaignWorkflow } from './campaign.workflow';
import { CampaignsController } from './campaigns.controller';
import { CampaignsJobs } from './campaigns.jobs';
import { CampaignsQueries } from './campaigns.queries';
import { CampaignsService } from './campaigns.service';
import { PinnedReleases } from './releases/pinned-releases';
import { RunningController } from './running/running.controller';
import { RunningQueries } from './running/running.queries';
import { CampaignTreeController } from './tree/campaign-tree.controller';
import { CampaignTreeQueries } from './tree/campaign-tree.queries';

/** Campaigns: launch, rounds, indicators and the deadlines of a year. */
@Module({
  imports: [UnitsModule, UsersModule],
  controllers: [CampaignsController, CampaignTreeController, RunningController],
  providers: [
    CampaignHoldings,
    CampaignDirectory,
    CampaignTreeQueries,
    CampaignWorkflow,
    CampaignsJobs,
    CampaignsQueries,
    CampaignsService,
    PinnedReleases,
    RunningQueries,
  ],
  exports: [CampaignDirectory, PinnedReleases],
})
export class CampaignsModule {}
