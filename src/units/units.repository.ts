import { foldText } from '../../workflows/kernel';
import { coveredBy, type Scope } from '../platform/auth/scope';
import { inChunks, locking, placeholders, type RowReader, type SqlValue, type Tx } from '../platform/persistence';
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

/** The full records of units by id, each taken for change; ids that are no unit are left out. In the order of their ids. */
export async function takeUnits(tx: Tx, ids: readonly string[]): Promise<readonly UnitRecord[]> {
  if (ids.length === 0) return [];
  const found = await tx.rows<Omit<UnitRecord, 'isOutside'> & { isOutside: number }>(
    `SELECT ${REF}, is_outside AS "isOutside", valid_from AS "validFrom", valid_to AS "validTo", version
     FROM units WHERE id IN ${placeholders(ids.length)} ORDER BY id${locking(tx, 'taken')}`,
    ids,
  );
  return found.map((unit) => ({ ...unit, isOutside: unit.isOutside === 1 }));
}

/** Holds units as they are until the transaction ends. SQLite has one writer at a time, so that there nothing is asked. */
export async function holdUnits(tx: Tx, ids: readonly string[]): Promise<void> {
  const lock = locking(tx, 'held');
  if (lock === '') return;
  for (const some of inChunks([...new Set(ids)].sort(), MOST_AT_ONCE)) {
    await tx.rows(`SELECT id FROM units WHERE id IN ${placeholders(some.length)} ORDER BY id${lock}`, some);
  }
}

/** Those of these units that a scope covers. */
export async function readCoveredUnits(
  rows: RowReader,
  scope: Scope,
  ids: readonly string[],
): Promise<readonly string[]> {
  const covered = coveredBy(scope, 'path');
  const found = await rows.rows<{ id: string }>(
    `SELECT id FROM units WHERE id IN ${placeholders(ids.length)} AND ${covered.sql}`,
    [...ids, ...covered.params],
  );
  return found.map(({ id }) => id);
}
