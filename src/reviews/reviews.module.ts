import { Module } from '@nestjs/common';
import { AwardsModule } from '../awards';
import { CouncilsModule } from '../councils';
import { Randomness } from '../platform/ids/ids.port';
import { BallotBoxes } from './ballots/ballot-boxes';
import { BALLOT_KEY } from './ballots/ballot-key';
import type { BallotKey } from './ballots/sealed-box';
import { ReviewAvailability } from './review-availability';
import { ReviewFactsReader } from './review-facts';
import { ReviewWorkflow } from './review.workflow';
import { ReviewsController } from './reviews.controller';
import { ReviewsJobs } from './reviews.jobs';
import { ReviewsQueries } from './reviews.queries';
import { ReviewsService } from './reviews.service';

/** Review rounds: sittings of councils, their agendas, ballots and results. The application provides the ballot key. */
@Module({
  imports: [AwardsModule, CouncilsModule],
  controllers: [ReviewsController],
  providers: [
    {
      provide: BallotBoxes,
      inject: [BALLOT_KEY, Randomness],
      useFactory: (key: BallotKey, randomness: Randomness) => new BallotBoxes(key, randomness),
    },
    ReviewAvailability,
    ReviewFactsReader,
    ReviewWorkflow,
    ReviewsJobs,
    ReviewsQueries,
    ReviewsService,
  ],
  exports: [ReviewsQueries],
})
export class ReviewsModule {}
