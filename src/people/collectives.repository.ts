import { foldText } from '../../workflows/kernel';
import type { Tx } from '../platform/persistence';

/** Inserts a collective at version 1. */
export async function insertCollective(tx: Tx, id: string, unitId: string, name: string): Promise<void> {
  await tx.change('INSERT INTO collectives (id, name, name_folded, unit_id, version) VALUES (?, ?, ?, ?, 1)', [
    id,
    name,
    foldText(name),
    unitId,
  ]);
}

/** Moves a collective to another unit; false when it is the one where the collective is. */
export async function moveCollective(tx: Tx, id: string, unitId: string): Promise<boolean> {
  const changed = await tx.change(
    'UPDATE collectives SET unit_id = ?, version = version + 1 WHERE id = ? AND unit_id <> ?',
    [unitId, id, unitId],
  );
  return changed === 1;
}

/** Gives a collective another name. */
export async function renameCollective(tx: Tx, id: string, name: string): Promise<void> {
  await tx.change('UPDATE collectives SET name = ?, name_folded = ?, version = version + 1 WHERE id = ?', [
    name,
    foldText(name),
    id,
  ]);
}
