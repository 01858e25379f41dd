import { Module } from '@nestjs/common';
import { TalliesController } from './tallies.controller';
import { TalliesJobs } from './tallies.jobs';
import { TalliesQueries } from './tallies.queries';
import { TalliesService } from './tallies.service';

/** Numbers per tier, family, year and subject kind, and the results of plans. */
@Module({
  controllers: [TalliesController],
  providers: [TalliesQueries, TalliesJobs, TalliesService],
  exports: [TalliesQueries],
})
export class TalliesModule {}
