import { locking, type RowReader, type Tx } from '../platform/persistence';

/** What tells people apart. */
export interface Identity {
  readonly id: string;
  readonly nationalIdHash: string | null;
  readonly nationalIdMask: string | null;
  readonly mergedIntoId: string | null;
  readonly isErased: boolean;
}

/** Two people, both taken in one order whoever asks; undefined for one that is not there. */
export async function readIdentities(
  tx: Tx,
  first: string,
  second: string,
): Promise<readonly [Identity | undefined, Identity | undefined]> {
  const rows = await tx.rows<Omit<Identity, 'isErased'> & { erasedAt: string | null }>(
    `SELECT id, national_id_hash AS "nationalIdHash", national_id_mask AS "nationalIdMask",
       merged_into_id AS "mergedIntoId", erased_at AS "erasedAt"
     FROM people WHERE id IN (?, ?) ORDER BY id${locking(tx, 'taken')}`,
    [first, second],
  );
  const found = new Map(rows.map(({ erasedAt, ...row }) => [row.id, { ...row, isErased: erasedAt !== null }]));
  return [found.get(first), found.get(second)];
}

/** Makes a row another name of the one that stays, which takes over the identity number when it has none. */
export async function mergePerson(tx: Tx, from: Identity, to: Identity): Promise<void> {
  await tx.change(
    `UPDATE people SET merged_into_id = ?, national_id_hash = NULL, national_id_mask = NULL, version = version + 1
     WHERE id = ?`,
    [to.id, from.id],
  );
  await tx.change('UPDATE people SET merged_into_id = ? WHERE merged_into_id = ?', [to.id, from.id]);
  await tx.change(
    `UPDATE people SET national_id_hash = ?, national_id_mask = ?, version = version + 1
     WHERE id = ?`,
    [to.nationalIdHash ?? from.nationalIdHash, to.nationalIdMask ?? from.nationalIdMask, to.id],
  );
}

/** All ids of one person: that of the row that stays first. The id alone for somebody unknown. */
export async function readIdsOfPerson(rows: RowReader, id: string): Promise<readonly string[]> {
  const found = await rows.rows<{ id: string }>(
    `SELECT p.id FROM people p JOIN people asked ON asked.id = ?
     WHERE p.id = COALESCE(asked.merged_into_id, asked.id) OR p.merged_into_id = COALESCE(asked.merged_into_id, asked.id)
     ORDER BY CASE WHEN p.merged_into_id IS NULL THEN 0 ELSE 1 END, p.id`,
    [id],
  );
  return found.length === 0 ? [id] : found.map((row) => row.id);
}
