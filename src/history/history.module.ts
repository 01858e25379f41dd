import { Module } from '@nestjs/common';
import { PeopleModule } from '../people';
import { UnitsModule } from '../units';
import { AwardHolders } from './decision-records/award-holders';
import { AwardChecks } from './decision-records/award-checks';
import { DecisionRecordsController } from './decision-records/decision-records.controller';
import { DecisionRecordsQueries } from './decision-records/decision-records.queries';
import { DecisionRecordsService } from './decision-records/decision-records.service';
import { KnownTiers } from './decision-records/known-tiers';
import { DisciplinesController } from './disciplines/disciplines.controller';
import { DisciplinesQueries } from './disciplines/disciplines.queries';
import { DisciplinesService } from './disciplines/disciplines.service';
import { HistoryDirectory } from './history-directory';
import { InitiativeUses } from './initiatives/initiative-uses.service';
import { InitiativesController } from './initiatives/initiatives.controller';
import { InitiativesQueries } from './initiatives/initiatives.queries';
import { InitiativesService } from './initiatives/initiatives.service';
import { RatingsController } from './ratings/ratings.controller';
import { RatingsQueries } from './ratings/ratings.queries';
import { RatingsService } from './ratings/ratings.service';
import { RecordDesk } from './subjects/record-desk';
import { SubjectHistoryController } from './subjects/subject-history.controller';
import { SubjectHistoryQueries } from './subjects/subject-history.queries';
import { RowMatches } from './violations/row-matches';
import { ViolationsController } from './violations/violations.controller';
import { ViolationsQueries } from './violations/violations.queries';
import { ViolationsService } from './violations/violations.service';

const decisionRecords = [KnownTiers, AwardChecks, AwardHolders, DecisionRecordsQueries, DecisionRecordsService];
const disciplines = [DisciplinesQueries, DisciplinesService];
const initiatives = [InitiativeUses, InitiativesQueries, InitiativesService];
const ratings = [RatingsQueries, RatingsService];
const subjects = [RecordDesk, HistoryDirectory, SubjectHistoryQueries];
const violations = [RowMatches, ViolationsQueries, ViolationsService];

/**
 * What every subject has behind it: ratings, awards, initiatives, discipline. Who builds on cases gives it `SubjectCases`,
 * by a global module, since cases ask it in turn.
 */
@Module({
  imports: [PeopleModule, UnitsModule],
  controllers: [
    RatingsController,
    DecisionRecordsController,
    InitiativesController,
    DisciplinesController,
    ViolationsController,
    SubjectHistoryController,
  ],
  providers: [...subjects, ...ratings, ...decisionRecords, ...initiatives, ...disciplines, ...violations],
  exports: [AwardHolders, HistoryDirectory],
})
export class HistoryModule {}
