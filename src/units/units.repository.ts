import { foldText } from '../../workflows/kernel';
import { inChunks, placeholders, type RowReader, type SqlValue, type Tx } from '../platform/persistence';
import type { UnitRecord, UnitRef } from './unit';

const MOST_AT_ONCE = 500;

/** Columns of a UnitRef by its names. */
const REF = `id, code, name, kind, level, parent_id AS "parentId", path`;

/** Inserts a unit at version 1; false when another one has its code. */
export async function insertUnit(tx: Tx, unit: Omit<UnitRecord, 'version'>): Promise<boolean> {
  const row: Readonly<Record<string, SqlValue>> = {
    id: unit.id,
    code: unit.code,
    name: unit.name,
    name_folded: foldText(unit.name),
    kind: unit.kind,
    level: unit.level,
    parent_id: unit.parentId,
    path: unit.path,
    is_outside: unit.isOutside ? 1 : 0,
    valid_from: unit.validFrom,
    valid_to: unit.validTo,
    version: 1,
  };
  const names = Object.keys(row);
  // Not a question before the insert: two might ask at the same time, and both would hear that the code is free.
  const inserted = await tx.change(
    `INSERT INTO units (${names.join(', ')}) VALUES ${placeholders(names.length)} ON CONFLICT DO NOTHING`,
    Object.values(row),
  );
  return inserted === 1;
}

/** Gives a unit another name. */
export async function renameUnit(tx: Tx, id: string, name: string): Promise<void> {
  await tx.change('UPDATE units SET name = ?, name_folded = ?, version = version + 1 WHERE id = ?', [
    name,
    foldText(name),
    id,
  ]);
}

/** Units by id; ids that are no unit are left out. */
export async function readUnits(rows: RowReader, ids: readonly string[]): Promise<ReadonlyMap<string, UnitRef>> {
  const found = new Map<string, UnitRef>();
  for (const some of inChunks([...new Set(ids)], MOST_AT_ONCE)) {
    const units = await rows.rows<UnitRef>(`SELECT ${REF} FROM units WHERE id IN ${placeholders(some.length)}`, some);
    for (const unit of units) found.set(unit.id, unit);
  }
  return found;
}

/** The path of a unit; undefined when there is none with this id. */
export async function readUnitPath(rows: RowReader, id: string): Promise<string | undefined> {
  const [unit] = await rows.rows<{ path: string }>('SELECT path FROM units WHERE id = ?', [id]);
  return unit?.path;
}
