import { Module } from '@nestjs/common';
import { CampaignsModule } from '../campaigns';
import { PeopleModule } from '../people';
import { UnitsModule } from '../units';
import { UsersModule } from '../users';
import { AwardCaseWorkflow } from './cases/award-case.workflow';
import { CaseBatches } from './cases/case-batches.service';
import { CaseConditions } from './cases/case-conditions';
import { CaseDirectory } from './cases/case-directory';
import { CaseFacts } from './cases/case-facts';
import { CaseNotices } from './cases/case-notices.service';
import { CasesController } from './cases/cases.controller';
import { CasesJobs } from './cases/cases.jobs';
import { CasesQueries } from './cases/cases.queries';
import { CasesService } from './cases/cases.service';
import { TierRules } from './cases/tier-rules';
import { DecisionSettlements } from './decisions/decision-settlements.service';
import { DecisionWorkflow } from './decisions/decision.workflow';
import { DecisionsController } from './decisions/decisions.controller';
import { DecisionsJobs } from './decisions/decisions.jobs';
import { DecisionsQueries } from './decisions/decisions.queries';
import { DecisionsService } from './decisions/decisions.service';
import { DossierCases } from './dossiers/dossier-cases.service';
import { DossierPlaces } from './dossiers/dossier-places';
import { DossiersController } from './dossiers/dossiers.controller';
import { DossiersJobs } from './dossiers/dossiers.jobs';
import { DossiersQueries } from './dossiers/dossiers.queries';
import { DossiersService } from './dossiers/dossiers.service';
import { FreezesController } from './freezes/freezes.controller';
import { FreezesQueries } from './freezes/freezes.queries';
import { FreezesService } from './freezes/freezes.service';

const cases = [
  TierRules,
  CaseFacts,
  CaseConditions,
  AwardCaseWorkflow,
  CaseBatches,
  CaseDirectory,
  CaseNotices,
  CasesJobs,
  CasesQueries,
  CasesService,
];
const dossiers = [DossierCases, DossierPlaces, DossiersJobs, DossiersQueries, DossiersService];
const decisions = [DecisionSettlements, DecisionWorkflow, DecisionsJobs, DecisionsQueries, DecisionsService];
const freezes = [FreezesQueries, FreezesService];

/** From the dossier of a unit to the decision on its cases, and what may follow. */
@Module({
  imports: [CampaignsModule, PeopleModule, UnitsModule, UsersModule],
  controllers: [DossiersController, CasesController, DecisionsController, FreezesController],
  providers: [...cases, ...dossiers, ...decisions, ...freezes],
  exports: [CaseDirectory],
})
export class AwardsModule {}
