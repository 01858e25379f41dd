import { Module, type DynamicModule } from '@nestjs/common';
import { AwardsModule } from '../awards';
import { CampaignsModule } from '../campaigns';
import { ClustersModule } from '../clusters';
import { CouncilsModule } from '../councils';
import { EligibilityModule } from '../eligibility';
import { ExamplesModule } from '../examples';
import { FundModule } from '../fund';
import { HistoryModule } from '../history';
import { ImportsModule } from '../imports';
import { OperationsModule } from '../operations';
import { PeopleModule } from '../people';
import { PledgesModule } from '../pledges';
import { InboxModule } from '../reminders';
import { PublicityModule } from '../publicity';
import { ReconciliationsModule } from '../reconciliations';
import { BALLOT_KEY, reviewsInvariants, ReviewsModule, type BallotKey } from '../reviews';
import { RulebookViewsModule } from '../rulebooks';
import { ScoringModule } from '../scoring';
import { TalliesModule } from '../tallies';
import { UnitsModule } from '../units';
import { UsersModule } from '../users';
import { InvariantsModule } from '../platform/invariants';
import { appInvariants } from './app-invariants';
import type { AppOptions } from './app-options';
import { BallotKeyModule } from './ballot-key.module';
import { CampaignLoadModule } from './campaign-load.module';
import { HistoryPortsModule } from './history-ports.module';
import { RecordedHoldersModule } from './recorded-holders.module';
import { platformModules } from './platform-modules';

/** The whole application without a face: what the API, the worker and the command line have in common. */
@Module({})
export class AppModule {
  static forRoot(options: AppOptions): DynamicModule {
    return {
      module: AppModule,
      imports: [
        ...platformModules(options),
        BallotKeyModule.forRoot(options.config.ballotKeyFile),
        InboxModule,
        UnitsModule,
        PeopleModule,
        UsersModule,
        CouncilsModule,
        CampaignLoadModule,
        CampaignsModule,
        PledgesModule,
        AwardsModule,
        FundModule,
        ExamplesModule,
        PublicityModule,
        HistoryPortsModule,
        HistoryModule,
        RecordedHoldersModule,
        ReviewsModule,
        ClustersModule,
        ScoringModule,
        TalliesModule,
        ReconciliationsModule,
        OperationsModule,
        ImportsModule,
        EligibilityModule,
        RulebookViewsModule,
        InvariantsModule.forRoot(appInvariants, {
          inject: [BALLOT_KEY],
          useFactory: (key: BallotKey) => reviewsInvariants(key),
        }),
      ],
    };
  }
}
