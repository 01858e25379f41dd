import { Module } from '@nestjs/common';
import { CampaignsModule } from '../campaigns';
import { PeopleModule } from '../people';
import { UnitsModule } from '../units';
import { UsersModule } from '../users';
import { PledgeHoldings } from './pledge-holdings';
import { PledgeDirectory } from './pledge-directory';
import { PledgeReferences } from './pledge-references';
import { PledgeWaiting } from './pledge-waiting';
import { PledgeOwings } from './pledge-owings';
import { PledgeFactsReader } from './pledge-facts';
import { PledgeWorkflow } from './pledge.workflow';
import { PledgesController } from './pledges.controller';
import { PledgesJobs } from './pledges.jobs';
import { PledgesQueries } from './pledges.queries';
import { PledgesService } from './pledges.service';
import { DueReportsQueries } from './results/due-reports.queries';
import { ResultsController } from './results/results.controller';
import { ResultsQueries } from './results/results.queries';
import { UnitResultsQueries } from './results/unit-results.queries';
import { SigningDelegates } from './signing-delegates';
import { StatementsController } from './statements/statements.controller';
import { StatementsQueries } from './statements/statements.queries';
import { StatementsService } from './statements/statements.service';
import { ProgressReportsController } from './progress/progress-reports.controller';
import { ProgressReportsQueries } from './progress/progress-reports.queries';

/** Pledges: registrations, agreements, and the progress reports on them. */
@Module({
  imports: [CampaignsModule, PeopleModule, UnitsModule, UsersModule],
  controllers: [PledgesController, ProgressReportsController, ResultsController, StatementsController],
  providers: [
    PledgeHoldings,
    PledgeReferences,
    PledgeOwings,
    PledgeWaiting,
    PledgeDirectory,
    PledgeFactsReader,
    PledgesJobs,
    PledgesQueries,
    PledgesService,
    PledgeWorkflow,
    ProgressReportsQueries,
    DueReportsQueries,
    ResultsQueries,
    SigningDelegates,
    StatementsQueries,
    StatementsService,
    UnitResultsQueries,
  ],
  exports: [PledgeDirectory],
})
export class PledgesModule {}
