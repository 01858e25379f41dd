import type { Instant } from '../../../workflows/kernel';
import { inChunks, insertRows, placeholders, type RowReader, type Tx } from '../../platform/persistence';
import type { ListedCase } from './settlements.repository';

const MOST_AT_ONCE = 500;

/** Counts those of these cases whose award rests on the decision and stands. */
export async function countStanding(rows: RowReader, decisionId: string, caseIds: readonly string[]): Promise<number> {
  let count = 0;
  for (const some of inChunks([...new Set(caseIds)], MOST_AT_ONCE)) {
    const [found] = await rows.rows<{ count: number }>(
      `SELECT COUNT(*) AS count FROM award_cases c JOIN decision_holds h ON h.case_id = c.id
       WHERE h.decision_id = ? AND c.decision_id = h.decision_id AND c.state IN ('decided', 'presented')
         AND c.id IN ${placeholders(some.length)}`,
      [decisionId, ...some],
    );
    count += found?.count ?? 0;
  }
  return count;
}

/** Notes that cases are taken back, and that the decision has them no longer. */
export async function revokeListed(
  tx: Tx,
  revocation: { readonly decisionId: string; readonly ordinal: number; readonly at: Instant },
  caseIds: readonly string[],
): Promise<void> {
  const { decisionId, ordinal, at } = revocation;
  const different = [...new Set(caseIds)];
  await insertRows(
    tx,
    'decision_revocations',
    different.map((caseId) => ({ decision_id: decisionId, case_id: caseId, ordinal, revoked_at: at })),
  );
  for (const some of inChunks(different, MOST_AT_ONCE)) {
    await tx.change(`DELETE FROM decision_holds WHERE decision_id = ? AND case_id IN ${placeholders(some.length)}`, [
      decisionId,
      ...some,
    ]);
  }
}

/** The cases of one revocation, in the order of the paper. */
export function readRevoked(rows: RowReader, decisionId: string, ordinal: number): Promise<ListedCase[]> {
  return rows.rows<ListedCase>(
    `SELECT c.id AS "caseId", l.ordinal, c.tier, c.subject_kind AS "subjectKind", c.state,
       c.decision_id AS "decisionId"
     FROM decision_revocations r JOIN award_cases c ON c.id = r.case_id
       JOIN decision_cases l ON l.decision_id = r.decision_id AND l.case_id = r.case_id
     WHERE r.decision_id = ? AND r.ordinal = ? ORDER BY l.ordinal`,
    [decisionId, ordinal],
  );
}
