import { Module } from '@nestjs/common';
import { UnitsModule } from '../units';
import { UsersModule } from '../users';
import { CampaignDirectory } from './campaign-directory';
import { CampaignWorkflow } from './campaign.workflow';
import { CampaignsController } from './campaigns.controller';
import { CampaignsJobs } from './campaigns.jobs';
import { CampaignsQueries } from './campaigns.queries';
import { CampaignsService } from './campaigns.service';

/** Campaigns: launch, rounds, indicators and the deadlines of a year. */
@Module({
  imports: [UnitsModule, UsersModule],
  controllers: [CampaignsController],
  providers: [CampaignDirectory, CampaignWorkflow, CampaignsJobs, CampaignsQueries, CampaignsService],
  exports: [CampaignDirectory],
})
export class CampaignsModule {}
