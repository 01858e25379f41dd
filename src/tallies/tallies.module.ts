import { Module } from '@nestjs/common';
import { PeopleModule } from '../people';
import { UnitsModule } from '../units';
import { BreakdownsQueries } from './breakdowns.queries';
import { MergedPeople } from './merged-people';
import { StandingsQueries } from './standings.queries';
import { TalliesController } from './tallies.controller';
import { TalliesJobs } from './tallies.jobs';
import { TalliesQueries } from './tallies.queries';
import { TalliesService } from './tallies.service';

/** Numbers per tier, family, year and subject kind, and the results of plans. */
@Module({
  imports: [PeopleModule, UnitsModule],
  controllers: [TalliesController],
  providers: [TalliesQueries, BreakdownsQueries, StandingsQueries, TalliesJobs, TalliesService, MergedPeople],
  exports: [TalliesQueries, BreakdownsQueries, StandingsQueries, TalliesService],
})
export class TalliesModule {}
