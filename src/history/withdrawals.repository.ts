import type { Instant } from '../../workflows/kernel';
import { placeholders, type Tx } from '../platform/persistence';

/**
 * Withdraws a record and gives its claim free; false when it was withdrawn before. The row stays, with the commitment of
 * the reason, and nothing counts it any more.
 */
export async function withdrawRecord(
  tx: Tx,
  table: 'ratings' | 'disciplines' | 'initiatives',
  id: string,
  { at, reason }: { readonly at: Instant; readonly reason: string },
): Promise<boolean> {
  const claim = table === 'initiatives' ? '' : 'claim = NULL, ';
  const withdrawn = await tx.change(
    `UPDATE ${table} SET ${claim}withdrawn_at = ?, withdrawal = ?, version = version + 1
     WHERE id = ? AND withdrawn_at IS NULL`,
    [at, reason, id],
  );
  return withdrawn === 1;
}

/** Whether a record that stands has one of these claims: of the rows of one person any one is the person's. */
export async function isClaimed(tx: Tx, table: 'ratings' | 'disciplines', claims: readonly string[]): Promise<boolean> {
  const found = await tx.rows(`SELECT id FROM ${table} WHERE claim IN ${placeholders(claims.length)}`, claims);
  return found.length > 0;
}
