import { Module } from '@nestjs/common';
import { AwardsModule } from '../awards';
import { CampaignsModule } from '../campaigns';
import { PeopleModule } from '../people';
import { UnitsModule } from '../units';
import { ExampleChanges } from './example-changes';
import { ExampleCountsQueries } from './example-counts.queries';
import { ExampleHoldings } from './example-holdings';
import { ExampleSurroundings } from './example-surroundings';
import { ExamplesController } from './examples.controller';
import { ExamplesQueries } from './examples.queries';
import { ExamplesService } from './examples.service';
import { ExampleTargetsController } from './targets/example-targets.controller';
import { ExampleTargetsQueries } from './targets/example-targets.queries';
import { ExampleTargetsService } from './targets/example-targets.service';

/** Examples to follow and how many are wanted. */
@Module({
  imports: [AwardsModule, CampaignsModule, PeopleModule, UnitsModule],
  controllers: [ExamplesController, ExampleTargetsController],
  providers: [
    ExampleSurroundings,
    ExampleChanges,
    ExamplesService,
    ExamplesQueries,
    ExampleCountsQueries,
    ExampleHoldings,
    ExampleTargetsService,
    ExampleTargetsQueries,
  ],
})
export class ExamplesModule {}
