import type { Schema } from '../platform/persistence';
import { AchievementUse } from './cases/achievement-use.entity';
import { AwardCase } from './cases/award-case.entity';
import { DecisionCase, DecisionConflict, DecisionHold, UsedDecisionNumber } from './decisions/decision-rows.entity';
import { DecisionCorrection, DecisionRevocation } from './decisions/decision-changes.entity';
import { DecisionPaper, DecisionPrint } from './decisions/decision-paper.entity';
import { Decision } from './decisions/decision.entity';
import { Consolidation, ConsolidationCase, ConsolidationHold } from './consolidations/consolidation.entity';
import { Consultation, ConsultationObjection } from './consultations/consultation.entity';
import { DossierGap, DossierLine } from './dossiers/dossier-rows.entity';
import { Dossier } from './dossiers/dossier.entity';
import { SubjectFreeze } from './freezes/subject-freeze.entity';
import { CreateDossiers1767225702000 } from './migrations/1767225702000-create-dossiers';
import { CreateAwardCases1767225702100 } from './migrations/1767225702100-create-award-cases';
import { CreateSubjectFreezes1767225702200 } from './migrations/1767225702200-create-subject-freezes';
import { CreateDecisions1767225702300 } from './migrations/1767225702300-create-decisions';
import { CreateConsultations1767226400000 } from './migrations/1767226400000-create-consultations';
import { CreateConsolidations1767226400100 } from './migrations/1767226400100-create-consolidations';
import { WidenDossiers1767226400200 } from './migrations/1767226400200-widen-dossiers';
import { CreateDecisionPapers1767226600000 } from './migrations/1767226600000-create-decision-papers';
import { CreateRecoveries1767226610000 } from './migrations/1767226610000-create-recoveries';
import { CreateCaseLists1767226620000 } from './migrations/1767226620000-create-case-lists';
import { MarkSimpleCases1767227500000 } from './migrations/1767227500000-mark-simple-cases';
import { LinkFreezesToViolations1767226105000 } from './migrations/1767226105000-link-freezes-to-violations';
import { CaseList, CaseListLine } from './presentations/case-list.entity';
import { CreateTierQuotas1767227600000 } from './migrations/1767227600000-create-tier-quotas';
import { TierQuota, TierQuotaPlace } from './quotas/tier-quota.entity';
import { Recovery } from './recoveries/recovery.entity';

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
    DecisionPaper,
    DecisionPrint,
    DecisionCorrection,
    DecisionRevocation,
    Recovery,
    CaseList,
    CaseListLine,
    DossierLine,
    DossierGap,
    Consultation,
    ConsultationObjection,
    Consolidation,
    ConsolidationCase,
    ConsolidationHold,
    TierQuota,
    TierQuotaPlace,
  ],
  migrations: [
    CreateDossiers1767225702000,
    CreateAwardCases1767225702100,
    CreateSubjectFreezes1767225702200,
    CreateDecisions1767225702300,
    LinkFreezesToViolations1767226105000,
    CreateConsultations1767226400000,
    CreateConsolidations1767226400100,
    WidenDossiers1767226400200,
    CreateDecisionPapers1767226600000,
    CreateRecoveries1767226610000,
    CreateCaseLists1767226620000,
    CreateTierQuotas1767227600000,
    MarkSimpleCases1767227500000,
  ],
};
