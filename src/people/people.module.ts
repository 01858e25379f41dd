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
import { NationalIds } from './national-ids';
import { PeopleMergesService } from './people-merges.service';
import { PersonIdentities } from './person-identities';
import { PersonReferences } from './person-references';
import { SubjectDirectory } from './subject-directory';
import { SubjectHoldings } from './subject-holdings';

/** Whoever can be commended: persons, collectives and households. */
@Module({
  imports: [UnitsModule],
  controllers: [PeopleController, CollectivesController, HouseholdsController],
  providers: [
    PeopleService,
    PeopleMergesService,
    PersonIdentities,
    PersonReferences,
    NationalIds,
    PeopleQueries,
    CollectivesService,
    CollectivesQueries,
    HouseholdsService,
    HouseholdsQueries,
    SubjectDirectory,
    SubjectHoldings,
  ],
  exports: [SubjectDirectory, PersonReferences, NationalIds],
})
export class PeopleModule {}
