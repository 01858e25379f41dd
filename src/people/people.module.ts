import { Module } from '@nestjs/common';
import { UnitsModule } from '../units';
import { CollectivesController } from './collectives.controller';
import { CollectivesQueries } from './collectives.queries';
import { CollectivesService } from './collectives.service';
import { HouseholdsController } from './households.controller';
import { HouseholdsQueries } from './households.queries';
import { HouseholdsService } from './households.service';
import { PeopleController } from './people.controller';
import { PeopleQueries } from './people.queries';
import { PeopleService } from './people.service';
import { SubjectDirectory } from './subject-directory';

/** Whoever can be commended: persons, collectives and households. */
@Module({
  imports: [UnitsModule],
  controllers: [PeopleController, CollectivesController, HouseholdsController],
  providers: [
    PeopleService,
    PeopleQueries,
    CollectivesService,
    CollectivesQueries,
    HouseholdsService,
    HouseholdsQueries,
    SubjectDirectory,
  ],
  exports: [SubjectDirectory],
})
export class PeopleModule {}
