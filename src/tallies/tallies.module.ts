import { Module } from '@nestjs/common';
import { UnitsModule } from '../units';
import { BreakdownsQueries } from './breakdowns.queries';
import { TalliesController } from './tallies.controller';
import { TalliesJobs } from './tallies.jobs';
import { TalliesQueries } from './tallies.queries';
import { TalliesService } from './tallies.service';

/** Numbers per tier, family, year and subject kind, and the results of plans. */
@Module({
  imports: [UnitsModule],
  controllers: [TalliesController],
  providers: [TalliesQueries, BreakdownsQueries, TalliesJobs, TalliesService],
  exports: [TalliesQueries, BreakdownsQueries, TalliesService],
})
export class TalliesModule {}
