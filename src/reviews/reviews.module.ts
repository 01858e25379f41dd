import { Module } from '@nestjs/common';
import { AwardsModule } from '../awards';
import { CampaignsModule } from '../campaigns';
import { CouncilsModule } from '../councils';
import { PeopleModule } from '../people';
import { Randomness } from '../platform/ids/ids.port';
import { UnitsModule } from '../units';
import { ReviewHoldings } from './review-holdings';
import { ReviewWaiting } from './review-waiting';
import { RollReferences } from './roll-references';
import { BallotBoxes } from './ballots/ballot-boxes';
import { BALLOT_KEY } from './ballots/ballot-key';
import type { BallotKey } from './ballots/sealed-box';
import { RollDelegates } from './hosts/roll-delegates';
import { RollDirectory } from './hosts/roll-directory';
import { RoundChoices } from './hosts/round-choices';
import { MinutesController } from './minutes/minutes.controller';
import { MinutesQueries } from './minutes/minutes.queries';
import { PlaceFactsReader } from './quotas/place-facts';
import { QuotaLedger } from './quotas/quota-ledger';
import { QuotasController } from './quotas/quotas.controller';
import { QuotasQueries } from './quotas/quotas.queries';
import { QuotasService } from './quotas/quotas.service';
import { RuleQuotas } from './quotas/rule-quotas';
import { TieRules } from './quotas/tie-rules';
import { RoundAgendas } from './round-agendas';
import { RoundCampaigns } from './round-campaigns';
import { RoundDays } from './round-days';
import { RoundReminders } from './round-reminders';
import { ReviewAvailability } from './review-availability';
import { ReviewFactsReader } from './review-facts';
import { ReviewWorkflow } from './review.workflow';
import { ReviewsController } from './reviews.controller';
import { ReviewsJobs } from './reviews.jobs';
import { ReviewsQueries } from './reviews.queries';
import { ReviewsService } from './reviews.service';

/** Review rounds: sittings of councils, their agendas, ballots and results. The application provides the ballot key. */
@Module({
  imports: [AwardsModule, CampaignsModule, CouncilsModule, PeopleModule, UnitsModule],
  controllers: [ReviewsController, MinutesController, QuotasController],
  providers: [
    ReviewHoldings,
    ReviewWaiting,
    RollReferences,
    {
      provide: BallotBoxes,
      inject: [BALLOT_KEY, Randomness],
      useFactory: (key: BallotKey, randomness: Randomness) => new BallotBoxes(key, randomness),
    },
    MinutesQueries,
    PlaceFactsReader,
    QuotaLedger,
    QuotasQueries,
    QuotasService,
    RuleQuotas,
    TieRules,
    ReviewAvailability,
    ReviewFactsReader,
    ReviewWorkflow,
    ReviewsJobs,
    ReviewsQueries,
    ReviewsService,
    RollDirectory,
    RollDelegates,
    RoundAgendas,
    RoundCampaigns,
    RoundChoices,
    RoundDays,
    RoundReminders,
  ],
  exports: [ReviewsQueries, RollDirectory, RoundChoices],
})
export class ReviewsModule {}
