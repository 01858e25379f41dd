import type { Invariant } from '../platform/invariants';
import { achievementsUsedOnce } from './invariants/achievements';
import { columnsEqualSnapshots } from './invariants/columns';
import { decidedCasesHaveDecisions } from './invariants/decided-cases';
import { decisionLedgers } from './invariants/decision-ledgers';

/** What dossiers, cases and decisions promise, for `thidua verify`. */
export const awardsInvariants: readonly Invariant[] = [
  achievementsUsedOnce,
  decidedCasesHaveDecisions,
  decisionLedgers,
  columnsEqualSnapshots,
];
