import { Module } from '@nestjs/common';
import { HistoryModule } from '../history';
import { PeopleModule } from '../people';
import { UnitsModule } from '../units';
import { AskedSubjects } from './asked-subjects';
import { ComparisonsQueries } from './comparisons.queries';
import { EligibilityRules } from './eligibility-rules';
import { EligibilityController } from './eligibility.controller';
import { EvaluationsQueries } from './evaluations.queries';
import { EvidenceDirectory } from './evidence/evidence-directory';

/** What the law allows for whom: evidence from the registers, judged by the rulebooks. */
@Module({
  imports: [HistoryModule, PeopleModule, UnitsModule],
  controllers: [EligibilityController],
  providers: [EvidenceDirectory, AskedSubjects, EligibilityRules, EvaluationsQueries, ComparisonsQueries],
  exports: [EvidenceDirectory],
})
export class EligibilityModule {}
