import { Module, type DynamicModule } from '@nestjs/common';
import { AwardsModule } from '../awards';
import { CampaignsModule } from '../campaigns';
import { CouncilsModule } from '../councils';
import { PeopleModule } from '../people';
import { PledgesModule } from '../pledges';
import { BALLOT_KEY, reviewsInvariants, ReviewsModule, type BallotKey } from '../reviews';
import { TalliesModule } from '../tallies';
import { UnitsModule } from '../units';
import { UsersModule } from '../users';
import { InvariantsModule } from '../platform/invariants';
import { appInvariants } from './app-invariants';
import type { AppOptions } from './app-options';
import { BallotKeyModule } from './ballot-key.module';
import { CampaignLoadModule } from './campaign-load.module';
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
        UnitsModule,
        PeopleModule,
        UsersModule,
        CouncilsModule,
        CampaignLoadModule,
        CampaignsModule,
        PledgesModule,
        AwardsModule,
        ReviewsModule,
        TalliesModule,
        InvariantsModule.forRoot(appInvariants, {
          inject: [BALLOT_KEY],
          useFactory: (key: BallotKey) => reviewsInvariants(key),
        }),
      ],
    };
  }
}
