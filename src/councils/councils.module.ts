import { Module } from '@nestjs/common';
import { PeopleModule } from '../people';
import { UnitsModule } from '../units';
import { CouncilDirectory } from './council-directory';
import { CouncilsController } from './councils.controller';
import { CouncilsQueries } from './councils.queries';
import { CouncilsService } from './councils.service';

/** Councils and who sits in them. */
@Module({
  imports: [UnitsModule, PeopleModule],
  controllers: [CouncilsController],
  providers: [CouncilsService, CouncilsQueries, CouncilDirectory],
  exports: [CouncilDirectory],
})
export class CouncilsModule {}
