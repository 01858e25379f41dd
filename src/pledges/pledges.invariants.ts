import type { Invariant } from '../platform/invariants/invariant';
import { onePledgePerUnit } from './invariants/pledge-places';
import { pledgeRowsFollowTheSnapshot } from './invariants/pledge-rows';
import { progressStatusesAreTheCores } from './invariants/progress-status';
import { statementsCanBe } from './invariants/result-statements';

/** What `thidua verify` asks of pledges. */
export const pledgesInvariants: readonly Invariant[] = [
  onePledgePerUnit,
  pledgeRowsFollowTheSnapshot,
  progressStatusesAreTheCores,
  statementsCanBe,
];
