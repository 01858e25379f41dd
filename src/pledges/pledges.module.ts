import { Module } from '@nestjs/common';
import { CampaignsModule } from '../campaigns';
import { UnitsModule } from '../units';
import { UsersModule } from '../users';
import { PledgeDirectory } from './pledge-directory';
import { PledgeFactsReader } from './pledge-facts';
import { PledgeWorkflow } from './pledge.workflow';
import { PledgesController } from './pledges.controller';
import { PledgesJobs } from './pledges.jobs';
import { PledgesQueries } from './pledges.queries';
import { PledgesService } from './pledges.service';
import { ProgressReportsController } from './progress/progress-reports.controller';
import { ProgressReportsQueries } from './progress/progress-reports.queries';

/** Pledges: registrations, agreements, and the progress reports on them. */
@Module({
  imports: [CampaignsModule, UnitsModule, UsersModule],
  controllers: [PledgesController, ProgressReportsController],
  providers: [
    PledgeDirectory,
    PledgeFactsReader,
    PledgesJobs,
    PledgesQueries,
    PledgesService,
    PledgeWorkflow,
    ProgressReportsQueries,
  ],
  exports: [PledgeDirectory],
})
export class PledgesModule {}
