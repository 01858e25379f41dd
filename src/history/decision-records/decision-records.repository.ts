import type { Instant } from '../../../workflows/kernel';
import { inChunks, insertRows, placeholders, type RowReader, type Tx } from '../../platform/persistence';
import { derivedId } from '../../platform/ids/derived-id';
import { awardClaim, type DecisionPaper } from '../claims';
import type { RecordedAward } from './recorded-award';

/** An entered decision: its paper, and the unit whose keeper entered it. */
export interface EnteredDecision extends DecisionPaper {
  readonly id: string;
  readonly unitPath: string;
}

const MOST_AT_ONCE = 500;

/** Inserts an entered decision at version 1. */
export async function insertDecisionRecord(tx: Tx, decision: EnteredDecision): Promise<void> {
  const { id, number, symbol, issuer, issuedOn, unitPath } = decision;
  const row = { id, number, symbol, issuer, issued_on: issuedOn, unit_path: unitPath, version: 1 };
  await insertRows(tx, 'decision_records', [row]);
}

/** Counts one more change of an entered decision: changes of one come one after another. */
export async function touchDecisionRecord(tx: Tx, id: string): Promise<void> {
  await tx.change('UPDATE decision_records SET version = version + 1 WHERE id = ?', [id]);
}

/** An entered decision; undefined when there is none with this id. */
export async function readDecisionRecord(rows: RowReader, id: string): Promise<EnteredDecision | undefined> {
  const [found] = await rows.rows<EnteredDecision>(
    `SELECT id, number, symbol, issuer, issued_on AS "issuedOn", unit_path AS "unitPath"
     FROM decision_records WHERE id = ?`,
    [id],
  );
  return found;
}

/** Inserts awards of a decision; each is named after the command that entered it. */
export async function insertAwards(
  tx: Tx,
  decision: EnteredDecision,
  awards: readonly RecordedAward[],
  commandId: string,
): Promise<void> {
  const rows = awards.map(({ subject, tier, tierName, family, kind, achievedFrom, achievedTo, amount }) => {
    const claim = awardClaim(decision, subject, tier, tierName);
    return {
      id: derivedId('award record', decision.id, commandId, claim),
      decision_record_id: decision.id,
      issued_on: decision.issuedOn,
      subject_kind: subject.kind,
      subject_id: subject.id,
      tier,
      tier_name: tierName,
      family,
      kind,
      achieved_from: achievedFrom,
      achieved_to: achievedTo,
      amount,
      claim,
    };
  });
  await insertRows(tx, 'award_records', rows);
}

/** Those of these claims that records which stand have. */
export async function takenClaims(tx: Tx, claims: readonly string[]): Promise<ReadonlySet<string>> {
  const taken = new Set<string>();
  for (const some of inChunks(claims, MOST_AT_ONCE)) {
    const rows = await tx.rows<{ claim: string }>(
      `SELECT claim FROM award_records WHERE claim IN ${placeholders(some.length)}`,
      some,
    );
    for (const { claim } of rows) taken.add(claim);
  }
  return taken;
}

/** Withdraws awards of a decision; answers how many stood until now. */
export function withdrawAwards(
  tx: Tx,
  decisionRecordId: string,
  ids: readonly string[],
  { at, reason }: { readonly at: Instant; readonly reason: string },
): Promise<number> {
  return tx.change(
    `UPDATE award_records SET claim = NULL, withdrawn_at = ?, withdrawal = ?
     WHERE decision_record_id = ? AND withdrawn_at IS NULL AND id IN ${placeholders(ids.length)}`,
    [at, reason, decisionRecordId, ...ids],
  );
}
