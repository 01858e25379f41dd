import { inChunks, insertRows, placeholders, type Tx } from '../../platform/persistence';

const MOST_AT_ONCE = 500;

/** Takes cases for a decision; answers how many of them another decision has. */
export async function holdCases(tx: Tx, decisionId: string, caseIds: readonly string[]): Promise<number> {
  let held = 0;
  // In one order for everybody: two decisions that want the same cases wait for each other instead of locking up.
  for (const some of inChunks([...caseIds].sort(), MOST_AT_ONCE)) {
    held += await tx.change(
      `INSERT INTO decision_holds (case_id, decision_id) VALUES ${some.map(() => '(?, ?)').join(', ')}
       ON CONFLICT (case_id) DO NOTHING`,
      some.flatMap((caseId) => [caseId, decisionId]),
    );
  }
  return caseIds.length - held;
}

/** Gives back all cases of a decision. */
export async function freeCases(tx: Tx, decisionId: string): Promise<void> {
  await tx.change('DELETE FROM decision_holds WHERE decision_id = ?', [decisionId]);
}

/**
 * Whether the decision is in force and has all of these cases. Locks their rows until the commit, so that the decision
 * cannot be revoked between the question and what is done upon it.
 */
export async function lockHolds(tx: Tx, decisionId: string, caseIds: readonly string[]): Promise<boolean> {
  let locked = 0;
  for (const some of inChunks([...caseIds].sort(), MOST_AT_ONCE)) {
    locked += await tx.change(
      `UPDATE decision_holds SET decision_id = decision_id
       WHERE decision_id = ? AND case_id IN ${placeholders(some.length)}
         AND EXISTS (SELECT 1 FROM decisions WHERE id = ? AND state IN ('issued', 'corrected'))`,
      [decisionId, ...some, decisionId],
    );
  }
  return locked === caseIds.length;
}

/** Writes the list of a decision, in the order of the paper, in place of the one before. */
export async function writeList(tx: Tx, decisionId: string, caseIds: readonly string[]): Promise<void> {
  await tx.change('DELETE FROM decision_cases WHERE decision_id = ?', [decisionId]);
  await insertRows(
    tx,
    'decision_cases',
    caseIds.map((caseId, ordinal) => ({ decision_id: decisionId, case_id: caseId, ordinal })),
  );
}

/** Whether a case stands on the list of a decision. */
export async function isListed(tx: Tx, decisionId: string, caseId: string): Promise<boolean> {
  const found = await tx.rows(`SELECT case_id FROM decision_cases WHERE decision_id = ? AND case_id = ?`, [
    decisionId,
    caseId,
  ]);
  return found.length > 0;
}
