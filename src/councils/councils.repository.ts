import { foldText, type LocalDate } from '../../workflows/kernel';
import { placeholders, type RowReader, type SqlValue, type Tx } from '../platform/persistence';
import type { CouncilRef } from './council';

/** Columns of a CouncilRef by its names. */
const REF =
  'id, code, name, kind, unit_id AS "unitId", unit_path AS "unitPath", part_of_id AS "partOfId", dissolved_on AS "dissolvedOn"';

/** Inserts a council at version 1; false when another one has its code. */
export async function insertCouncil(tx: Tx, council: CouncilRef): Promise<boolean> {
  const row: Readonly<Record<string, SqlValue>> = {
    id: council.id,
    code: council.code,
    name: council.name,
    name_folded: foldText(council.name),
    kind: council.kind,
    unit_id: council.unitId,
    unit_path: council.unitPath,
    part_of_id: council.partOfId,
    dissolved_on: council.dissolvedOn,
    version: 1,
  };
  const names = Object.keys(row);
  const inserted = await tx.change(
    `INSERT INTO councils (${names.join(', ')}) VALUES ${placeholders(names.length)} ON CONFLICT DO NOTHING`,
    Object.values(row),
  );
  return inserted === 1;
}

/** Counts one more change of a council. First of all, so that changes of one council come one after another. */
export async function lockCouncil(tx: Tx, id: string): Promise<void> {
  await tx.change('UPDATE councils SET version = version + 1 WHERE id = ?', [id]);
}

/** A council by its id. */
export async function readCouncil(rows: RowReader, id: string): Promise<CouncilRef | undefined> {
  const [council] = await rows.rows<CouncilRef>(`SELECT ${REF} FROM councils WHERE id = ?`, [id]);
  return council;
}

/** Whether a part of a council is there on a day. */
export async function hasPartOn(rows: RowReader, wholeId: string, day: LocalDate): Promise<boolean> {
  const found = await rows.rows(
    'SELECT id FROM councils WHERE part_of_id = ? AND (dissolved_on IS NULL OR dissolved_on > ?)',
    [wholeId, day],
  );
  return found.length > 0;
}

/** Notes the end of a council; false when it was noted before. */
export async function dissolveCouncil(tx: Tx, id: string, on: LocalDate): Promise<boolean> {
  const changed = await tx.change('UPDATE councils SET dissolved_on = ? WHERE id = ? AND dissolved_on IS NULL', [
    on,
    id,
  ]);
  return changed === 1;
}
