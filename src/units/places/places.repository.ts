import type { LocalDate } from '../../../workflows/kernel';
import { locking, type RowReader, type Tx } from '../../platform/persistence';
import { depthOf } from '../unit-path';
import type { FormerPlace } from '../unit-terms';

/** SQL: the column is a path at or below another one; takes the values of `subtreeOf`. A range, so that an index serves it. */
export const inSubtree = (column: string): string => `(${column} >= ? AND ${column} < ?)`;

/** The values of `inSubtree`: '0' follows '/' in code-point order. */
export const subtreeOf = (path: string): readonly [string, string] => [path, `${path.slice(0, -1)}0`];

/** Where a unit goes. */
export interface PlaceChange {
  readonly unitId: string;
  readonly parentId: string;
  /** The paths of the unit before and after. */
  readonly from: string;
  readonly to: string;
  /** The first day at the new place. */
  readonly on: LocalDate;
  readonly document: string;
}

/**
 * Takes a unit and all below it for change; answers how many levels lie below it. Before anything is written: whoever adds
 * a unit below holds the one above, so that what is added meanwhile is seen by the statements that follow.
 */
export async function takeSubtree(tx: Tx, path: string): Promise<number> {
  const units = await tx.rows<{ path: string }>(
    `SELECT path FROM units WHERE ${inSubtree('path')} ORDER BY id${locking(tx, 'taken')}`,
    subtreeOf(path),
  );
  return Math.max(0, ...units.map((unit) => depthOf(unit.path) - depthOf(path)));
}

/** Puts a unit below another one with all that lies below it, and notes where each of them stood. */
export async function putUnit(tx: Tx, { unitId, parentId, from, to, on, document }: PlaceChange): Promise<void> {
  // There and back on one day leaves the same note twice: once is enough.
  await tx.change(
    `INSERT INTO unit_places (unit_id, path, left_on, parent_id, document)
     SELECT u.id, u.path, ?, u.parent_id, CASE WHEN u.id = ? THEN ? ELSE NULL END
     FROM units u WHERE ${inSubtree('u.path')} ON CONFLICT (unit_id, path, left_on) DO NOTHING`,
    [on, unitId, document, ...subtreeOf(from)],
  );
  await tx.change(`UPDATE units SET path = ? || SUBSTR(path, ${from.length + 1}) WHERE ${inSubtree('path')}`, [
    to,
    ...subtreeOf(from),
  ]);
  await tx.change('UPDATE units SET parent_id = ?, version = version + 1 WHERE id = ?', [parentId, unitId]);
}

/** Where a unit stood before, the oldest place first: those that it left itself. */
export function readFormerPlaces(rows: RowReader, unitId: string): Promise<FormerPlace[]> {
  return rows.rows<FormerPlace>(
    `SELECT parent_id AS "parentId", left_on AS "leftOn", document FROM unit_places
     WHERE unit_id = ? AND document IS NOT NULL ORDER BY left_on, path`,
    [unitId],
  );
}

/** Every path of the unit that stands, or once stood, at this one, the present one first; the path alone when none did. */
export async function readPathsOf(rows: RowReader, path: string): Promise<readonly string[]> {
  const found = await rows.rows<{ path: string; rank: number }>(
    `WITH stood(id) AS (SELECT id FROM units WHERE path = ? UNION SELECT unit_id FROM unit_places WHERE path = ?)
     SELECT u.path, 0 AS "rank" FROM units u JOIN stood s ON s.id = u.id
     UNION SELECT f.path, 1 FROM unit_places f JOIN stood s ON s.id = f.unit_id ORDER BY 2, 1`,
    [path, path],
  );
  return found.length === 0 ? [path] : [...new Set(found.map((each) => each.path))];
}
