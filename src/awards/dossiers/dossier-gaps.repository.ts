import type { Instant } from '../../../workflows/kernel';
import { insertRows, type RowReader, type Tx } from '../../platform/persistence';

/** Notes what a dossier or one of its cases lacks. */
export async function insertGap(
  tx: Tx,
  gap: { readonly id: string; readonly dossierId: string; readonly caseId: string | null; text: string; at: Instant },
): Promise<void> {
  const { id, dossierId, caseId, text, at } = gap;
  await insertRows(tx, 'dossier_gaps', [{ id, dossier_id: dossierId, case_id: caseId, text, noted_at: at }]);
}

/** Notes that it was added; false when this dossier lacks nothing of the kind. */
export async function settleGap(tx: Tx, dossierId: string, gapId: string, at: Instant): Promise<boolean> {
  const settled = await tx.change(
    'UPDATE dossier_gaps SET settled_at = ? WHERE id = ? AND dossier_id = ? AND settled_at IS NULL',
    [at, gapId, dossierId],
  );
  return settled === 1;
}

/** How much of what was found missing has not been added. */
export async function countOpenGaps(rows: RowReader, dossierId: string): Promise<number> {
  const [counted] = await rows.rows<{ count: number }>(
    'SELECT COUNT(*) AS count FROM dossier_gaps WHERE dossier_id = ? AND settled_at IS NULL',
    [dossierId],
  );
  return counted?.count ?? 0;
}
