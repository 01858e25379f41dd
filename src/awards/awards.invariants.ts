import type { Invariant } from '../platform/invariants';
import { achievementsUsedOnce } from './invariants/achievements';
import { appraisalDeadlines } from './invariants/appraisal-deadlines';
import { columnsEqualSnapshots } from './invariants/columns';
import { consolidationLedger } from './invariants/consolidation-ledger';
import { decidedCasesHaveDecisions } from './invariants/decided-cases';
import { decisionLedgers } from './invariants/decision-ledgers';
import { decisionPapers } from './invariants/decision-papers';
import { successorsFollow } from './invariants/successors';
import { tierQuotaPlaces } from './invariants/tier-quotas';

/** What dossiers, cases and decisions promise, for `thidua verify`. */
export const awardsInvariants: readonly Invariant[] = [
  achievementsUsedOnce,
  decidedCasesHaveDecisions,
  decisionLedgers,
  decisionPapers,
  columnsEqualSnapshots,
  consolidationLedger,
  successorsFollow,
  appraisalDeadlines,
  tierQuotaPlaces,
];
