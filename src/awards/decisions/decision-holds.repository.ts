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

/** Adds cases to the end of a list and answers which are new on it; the others stay where they are. */
export async function appendToList(tx: Tx, decisionId: string, caseIds: readonly string[]): Promise<readonly string[]> {
  const listed = await tx.rows<{ caseId: string; ordinal: number }>(
    'SELECT case_id AS "caseId", ordinal FROM decision_cases WHERE decision_id = ? ORDER BY ordinal',
    [decisionId],
  );
  const known = new Set(listed.map(({ caseId }) => caseId));
  const next = (listed.at(-1)?.ordinal ?? -1) + 1;
  const fresh = caseIds.filter((caseId) => !known.has(caseId));
  await insertRows(
    tx,
    'decision_cases',
    fresh.map((caseId, index) => ({ decision_id: decisionId, case_id: caseId, ordinal: next + index })),
  );
  return fresh;
}

/** Takes cases off a list and gives them back. */
export async function takeOffList(tx: Tx, decisionId: string, caseIds: readonly string[]): Promise<void> {
  for (const some of inChunks([...caseIds].sort(), MOST_AT_ONCE)) {
    for (const table of ['decision_cases', 'decision_holds']) {
      await tx.change(`DELETE FROM ${table} WHERE decision_id = ? AND case_id IN ${placeholders(some.length)}`, [
        decisionId,
        ...some,
      ]);
    }
  }
}
