import type { Schema } from '../platform/persistence';
import { AwardRecord, DecisionRecord } from './decision-records/decision-record.entity';
import { Discipline } from './disciplines/discipline.entity';
import { Initiative, InitiativeAuthor, InitiativeUseRecord } from './initiatives/initiative.entity';
import { CreateRatings1767226100000 } from './migrations/1767226100000-create-ratings';
import { CreateDecisionRecords1767226101000 } from './migrations/1767226101000-create-decision-records';
import { CreateInitiatives1767226102000 } from './migrations/1767226102000-create-initiatives';
import { CreateDisciplines1767226103000 } from './migrations/1767226103000-create-disciplines';
import { CreateViolationLists1767226104000 } from './migrations/1767226104000-create-violation-lists';
import { RatingRecord } from './ratings/rating.entity';
import { ViolationList, ViolationRow } from './violations/violation-list.entity';

/** The tables of ratings, entered decisions, initiatives, discipline and lists of violations. */
export const historySchema: Schema = {
  entities: [
    RatingRecord,
    DecisionRecord,
    AwardRecord,
    Initiative,
    InitiativeAuthor,
    InitiativeUseRecord,
    Discipline,
    ViolationList,
    ViolationRow,
  ],
  migrations: [
    CreateRatings1767226100000,
    CreateDecisionRecords1767226101000,
    CreateInitiatives1767226102000,
    CreateDisciplines1767226103000,
    CreateViolationLists1767226104000,
  ],
};
