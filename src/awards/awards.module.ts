import { Module } from '@nestjs/common';
import { CampaignsModule } from '../campaigns';
import { EligibilityModule } from '../eligibility';
import { PeopleModule } from '../people';
import { UnitsModule } from '../units';
import { UsersModule } from '../users';
import { AwardHoldings } from './award-holdings';
import { AwardWaiting } from './award-waiting';
import { Agendas } from './consolidations/agendas';
import { ConsolidationSending } from './consolidations/consolidation-sending.service';
import { ConsolidationsController } from './consolidations/consolidations.controller';
import { ConsolidationsJobs } from './consolidations/consolidations.jobs';
import { ConsolidationsQueries } from './consolidations/consolidations.queries';
import { ConsolidationsService } from './consolidations/consolidations.service';
import { ConsultationsController } from './consultations/consultations.controller';
import { ConsultationsQueries } from './consultations/consultations.queries';
import { ConsultationsService } from './consultations/consultations.service';
import { AwardCaseWorkflow } from './cases/award-case.workflow';
import { CaseBatches } from './cases/case-batches.service';
import { CaseConditions } from './cases/case-conditions';
import { CaseDirectory } from './cases/case-directory';
import { CaseEligibility } from './cases/case-eligibility';
import { CaseEligibilityQueries } from './cases/case-eligibility.queries';
import { CaseFacts } from './cases/case-facts';
import { CaseReadiness } from './cases/case-readiness';
import { CaseNotices } from './cases/case-notices.service';
import { CasesController } from './cases/cases.controller';
import { CasesJobs } from './cases/cases.jobs';
import { CasesQueries } from './cases/cases.queries';
import { CasesService } from './cases/cases.service';
import { OverlapsQueries } from './cases/overlaps.queries';
import { SubjectCaseDirectory } from './cases/subject-case-directory';
import { TierRules } from './cases/tier-rules';
import { DecisionCorrections } from './decisions/decision-corrections.service';
import { DecisionDocuments } from './decisions/decision-documents.service';
import { DecisionFactsGatherer } from './decisions/decision-facts';
import { DecisionPreviews } from './decisions/decision-preview.service';
import { DecisionPrinting } from './decisions/decision-printing.service';
import { DecisionSettlements } from './decisions/decision-settlements.service';
import { DecisionWorkflow } from './decisions/decision.workflow';
import { DecisionsController } from './decisions/decisions.controller';
import { DecisionsJobs } from './decisions/decisions.jobs';
import { DecisionsQueries } from './decisions/decisions.queries';
import { DecisionsService } from './decisions/decisions.service';
import { PrizesDue } from './decisions/prizes-due';
import { SittingDays } from './decisions/sitting-days';
import { SomeRevocations } from './decisions/some-revocations.service';
import { VerificationsController } from './decisions/verifications.controller';
import { VerificationsQueries } from './decisions/verifications.queries';
import { DossierCases } from './dossiers/dossier-cases.service';
import { DossierLines } from './dossiers/dossier-lines.service';
import { DossierTerms } from './dossiers/dossier-terms.service';
import { DossierWorkQueries } from './dossiers/dossier-work.queries';
import { DossierWork } from './dossiers/dossier-work.service';
import { DossierOwings } from './dossiers/dossier-owings';
import { DossierReminders } from './dossiers/dossier-reminders';
import { DossierPapers } from './dossiers/dossier-papers.service';
import { DossierPlaces } from './dossiers/dossier-places';
import { DossiersController } from './dossiers/dossiers.controller';
import { DossiersJobs } from './dossiers/dossiers.jobs';
import { DossiersQueries } from './dossiers/dossiers.queries';
import { DossiersService } from './dossiers/dossiers.service';
import { FreezesController } from './freezes/freezes.controller';
import { FreezesJobs } from './freezes/freezes.jobs';
import { FreezesQueries } from './freezes/freezes.queries';
import { FreezesService } from './freezes/freezes.service';
import { HistoryQueries } from './history/history.queries';
import { ParentAnswers } from './successors/parent-answers.service';
import { AnswersFromAbove } from './successors/answers-from-above.service';
import { SuccessorsJobs } from './successors/successors.jobs';
import { Successors } from './successors/successors.service';
import { CaseListWork } from './presentations/case-list-work.service';
import { CaseListsJobs } from './presentations/case-lists.jobs';
import { CaseListsQueries } from './presentations/case-lists.queries';
import { CaseListsService } from './presentations/case-lists.service';
import { CasePreview } from './presentations/case-preview.service';
import { CeremoniesController } from './presentations/ceremonies.controller';
import { PaymentListsController } from './presentations/payment-lists.controller';
import { QuotaBases } from './quotas/quota-bases';
import { QuotaLimits } from './quotas/quota-limits';
import { TierQuotaRules } from './quotas/tier-quota-rules';
import { TierQuotas } from './quotas/tier-quotas';
import { TierQuotasController } from './quotas/tier-quotas.controller';
import { TierQuotasQueries } from './quotas/tier-quotas.queries';
import { TierQuotasService } from './quotas/tier-quotas.service';
import { RecoveriesController } from './recoveries/recoveries.controller';
import { RecoveriesQueries } from './recoveries/recoveries.queries';
import { RecoveriesService } from './recoveries/recoveries.service';

const consolidations = [
  Agendas,
  ConsolidationSending,
  ConsolidationsJobs,
  ConsolidationsQueries,
  ConsolidationsService,
];
const consultations = [ConsultationsQueries, ConsultationsService];
const successors = [AnswersFromAbove, ParentAnswers, Successors, SuccessorsJobs];
const cases = [
  OverlapsQueries,
  HistoryQueries,
  TierRules,
  CaseEligibility,
  CaseEligibilityQueries,
  CaseFacts,
  CaseConditions,
  AwardCaseWorkflow,
  CaseBatches,
  CaseDirectory,
  CaseReadiness,
  CaseNotices,
  CasesJobs,
  CasesQueries,
  CasesService,
  SubjectCaseDirectory,
];
const dossiers = [
  DossierLines,
  DossierWork,
  DossierWorkQueries,
  DossierCases,
  DossierOwings,
  DossierPapers,
  DossierPlaces,
  DossierReminders,
  DossierTerms,
  DossiersJobs,
  DossiersQueries,
  DossiersService,
];
const decisions = [
  DecisionCorrections,
  DecisionDocuments,
  DecisionFactsGatherer,
  DecisionPreviews,
  DecisionPrinting,
  DecisionSettlements,
  DecisionWorkflow,
  DecisionsJobs,
  DecisionsQueries,
  DecisionsService,
  PrizesDue,
  SittingDays,
  SomeRevocations,
  VerificationsQueries,
];
const recoveries = [RecoveriesQueries, RecoveriesService];
const presentations = [CaseListWork, CaseListsJobs, CaseListsQueries, CaseListsService, CasePreview];
const quotas = [QuotaBases, QuotaLimits, TierQuotaRules, TierQuotas, TierQuotasQueries, TierQuotasService];
const freezes = [FreezesJobs, FreezesQueries, FreezesService];

/** From the dossier of a unit to the decision on its cases, and what may follow. */
@Module({
  imports: [CampaignsModule, EligibilityModule, PeopleModule, UnitsModule, UsersModule],
  controllers: [
    CeremoniesController,
    PaymentListsController,
    RecoveriesController,
    VerificationsController,
    ConsolidationsController,
    ConsultationsController,
    DossiersController,
    CasesController,
    DecisionsController,
    FreezesController,
    TierQuotasController,
  ],
  providers: [
    AwardHoldings,
    AwardWaiting,
    ...consolidations,
    ...consultations,
    ...successors,
    ...cases,
    ...dossiers,
    ...decisions,
    ...recoveries,
    ...presentations,
    ...freezes,
    ...quotas,
  ],
  exports: [Agendas, CaseDirectory, CaseReadiness, QuotaLimits, SittingDays, SubjectCaseDirectory, TierQuotas],
})
export class AwardsModule {}
