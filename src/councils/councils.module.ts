import { Module } from '@nestjs/common';
import { PeopleModule } from '../people';
import { UnitsModule } from '../units';
import { CouncilChangesService } from './council-changes.service';
import { CouncilDirectory } from './council-directory';
import { CouncilReferences } from './council-references';
import { CouncilsController } from './councils.controller';
import { CouncilsQueries } from './councils.queries';
import { CouncilsService } from './councils.service';

/** Councils and who sits in them. */
@Module({
  imports: [UnitsModule, PeopleModule],
  controllers: [CouncilsController],
  providers: [CouncilsService, CouncilChangesService, CouncilsQueries, CouncilDirectory, CouncilReferences],
  exports: [CouncilDirectory],
})
export class CouncilsModule {}
