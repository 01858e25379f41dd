import type { Invariant } from '../platform/invariants';
import type { BallotKey } from './ballots/sealed-box';
import { ballotBoxes } from './invariants/boxes';
import { votesWithoutChoice } from './invariants/choices';
import { papersEqualTicks } from './invariants/papers';
import { quotaLedgers } from './invariants/quotas';
import { noResultWhileOpen } from './invariants/results';
import { ballotRolls } from './invariants/rolls';
import { roundInvariants } from './invariants/round-checks';
import { votesOnRecord } from './invariants/votes';

/** What holds of review rounds. Without the key no box is opened, and only its shape is checked. */
export function reviewsInvariants(key?: BallotKey): readonly Invariant[] {
  const [rolls, boxes, results, ...papers] = roundInvariants([
    ...[ballotRolls, ballotBoxes, noResultWhileOpen],
    ...(key ? [papersEqualTicks(key)] : []),
  ]);
  const ofRounds = [rolls, boxes, results].flatMap((check) => check ?? []);
  return [...ofRounds, votesOnRecord, votesWithoutChoice, quotaLedgers, ...papers];
}
