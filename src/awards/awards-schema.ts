import type { Schema } from '../platform/persistence';
import { AchievementUse } from './cases/achievement-use.entity';
import { AwardCase } from './cases/award-case.entity';
import { DecisionCase, DecisionConflict, DecisionHold, UsedDecisionNumber } from './decisions/decision-rows.entity';
import { Decision } from './decisions/decision.entity';
import { Dossier } from './dossiers/dossier.entity';
import { SubjectFreeze } from './freezes/subject-freeze.entity';
import { CreateDossiers1767225702000 } from './migrations/1767225702000-create-dossiers';
import { CreateAwardCases1767225702100 } from './migrations/1767225702100-create-award-cases';
import { CreateSubjectFreezes1767225702200 } from './migrations/1767225702200-create-subject-freezes';
import { CreateDecisions1767225702300 } from './migrations/1767225702300-create-decisions';

/** The tables of dossiers, cases, decisions and reports about subjects. */
export const awardsSchema: Schema = {
  entities: [
    Dossier,
    AwardCase,
    AchievementUse,
    SubjectFreeze,
    Decision,
    DecisionCase,
    DecisionHold,
    UsedDecisionNumber,
    DecisionConflict,
  ],
  migrations: [
    CreateDossiers1767225702000,
    CreateAwardCases1767225702100,
    CreateSubjectFreezes1767225702200,
    CreateDecisions1767225702300,
  ],
};
