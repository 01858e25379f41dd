import type { LocalDate } from '../../workflows/kernel';
import { placeholders, type RowReader, type Tx } from '../platform/persistence';
import { holdsOn } from './dated';
import type { Reach, Succession } from './unit-terms';

const SUCCESSION = `x.predecessor_id AS "predecessorId", x.successor_id AS "successorId",
  x.effective_on AS "effectiveOn", x.document`;

/** Longest chain of successors that is followed: units change once in some years. */
const LONGEST_CHAIN = 50;

/** Notes the ends of units; of a unit whose end was noted before nothing is changed. */
export async function insertSuccessions(tx: Tx, successions: readonly Succession[]): Promise<void> {
  if (successions.length === 0) return;
  await tx.change(
    `INSERT INTO unit_successions (predecessor_id, successor_id, effective_on, document)
     VALUES ${successions.map(() => placeholders(4)).join(', ')} ON CONFLICT (predecessor_id) DO NOTHING`,
    successions.flatMap((each) => [each.predecessorId, each.successorId, each.effectiveOn, each.document]),
  );
}

/** Sets the last day of units, of those that have not ended before. */
export async function endUnits(tx: Tx, ids: readonly string[], validTo: LocalDate): Promise<void> {
  if (ids.length === 0) return;
  await tx.change(
    `UPDATE units SET valid_to = CASE WHEN valid_to < ? THEN valid_to ELSE ? END, version = version + 1
     WHERE id IN ${placeholders(ids.length)}`,
    [validTo, validTo, ...ids],
  );
}

/** The ends of these units, of those that have ended or will end. */
export async function readSuccessions(rows: RowReader, unitIds: readonly string[]): Promise<Succession[]> {
  if (unitIds.length === 0) return [];
  return rows.rows<Succession>(
    `SELECT ${SUCCESSION} FROM unit_successions x WHERE x.predecessor_id IN ${placeholders(unitIds.length)}
     ORDER BY x.predecessor_id`,
    unitIds,
  );
}

/** All that came before a unit and after it: the ends of its predecessors and theirs, its own, and those of its successors. */
export async function readLineage(rows: RowReader, unitId: string): Promise<Succession[]> {
  return rows.rows<Succession>(
    `WITH RECURSIVE earlier(id, depth) AS (
       SELECT id, 0 FROM units WHERE id = ?
       UNION SELECT x.predecessor_id, e.depth + 1 FROM earlier e JOIN unit_successions x ON x.successor_id = e.id
         WHERE e.depth < ${LONGEST_CHAIN}
     ), later(id, depth) AS (
       SELECT id, 0 FROM units WHERE id = ?
       UNION SELECT x.successor_id, l.depth + 1 FROM later l JOIN unit_successions x ON x.predecessor_id = l.id
         WHERE l.depth < ${LONGEST_CHAIN} AND x.successor_id IS NOT NULL
     )
     SELECT ${SUCCESSION} FROM unit_successions x
     WHERE x.predecessor_id IN (SELECT id FROM earlier) OR x.predecessor_id IN (SELECT id FROM later)
     ORDER BY x.effective_on, x.predecessor_id`,
    [unitId, unitId],
  );
}

/** The ids of the units below another one that exist on a day, at most so many. */
export async function readUnitsBelow(
  rows: RowReader,
  paths: readonly string[],
  { on, limit }: { readonly on: LocalDate; readonly limit: number },
): Promise<readonly string[]> {
  const below = paths.map(() => '(u.path > ? AND u.path < ?)').join(' OR ');
  const found = await rows.rows<{ id: string }>(
    `SELECT u.id FROM units u WHERE (${below}) AND (u.valid_to IS NULL OR u.valid_to >= ?) ORDER BY u.path LIMIT ?`,
    [...paths.flatMap((path) => [path, `${path.slice(0, -1)}0`]), on, limit],
  );
  return found.map(({ id }) => id);
}

/** SQL: a row of `units` lies at or below the path of another row: a range, so that the index serves it. */
const within = (unit: string, above: string): string =>
  `${unit}.path >= ${above}.path AND ${unit}.path < substr(${above}.path, 1, length(${above}.path) - 1) || '0'`;

/**
 * What seats on these units reach on a day beyond their own subtrees: units that were merged into one of their units, and
 * those merged into these, all inherited; and units that one of theirs manages together with another one.
 */
export async function readReach(rows: RowReader, unitIds: readonly string[], day: LocalDate): Promise<Reach[]> {
  if (unitIds.length === 0) return [];
  const reached = await rows.rows<Reach>(
    `WITH RECURSIVE reached(seat_path, id, path) AS (
       SELECT u.path, u.id, u.path FROM units u WHERE u.id IN ${placeholders(unitIds.length)}
       UNION SELECT r.seat_path, p.id, p.path FROM reached r
         JOIN units s ON ${within('s', 'r')}
         JOIN unit_successions x ON x.successor_id = s.id AND x.effective_on <= ?
         JOIN units p ON p.id = x.predecessor_id
     )
     SELECT r.seat_path AS "seatPath", r.path, r.id AS "unitId", 'inherited' AS basis FROM reached r
     UNION SELECT r.seat_path, u.path, u.id, 'reads' FROM reached r
       JOIN units m ON ${within('m', 'r')}
       JOIN unit_co_managers c ON c.manager_id = m.id AND ${holdsOn('c')}
       JOIN units u ON u.id = c.unit_id
     ORDER BY 1, 2, 4`,
    [...unitIds, day, day, day],
  );
  return reached.filter(({ seatPath, path }) => !path.startsWith(seatPath));
}

/** The unit that stands for another one on a day: the last of those that it was merged into; undefined while it stands. */
export async function readHeir(
  rows: RowReader,
  unitPath: string,
  day: LocalDate,
): Promise<{ readonly id: string; readonly path: string } | undefined> {
  const [heir] = await rows.rows<{ id: string; path: string }>(
    `WITH RECURSIVE heirs(id, depth) AS (
       SELECT x.successor_id, 1 FROM units u JOIN unit_successions x ON x.predecessor_id = u.id
         WHERE u.path = ? AND x.effective_on <= ? AND x.successor_id IS NOT NULL
       UNION SELECT x.successor_id, h.depth + 1 FROM heirs h JOIN unit_successions x ON x.predecessor_id = h.id
         WHERE x.effective_on <= ? AND x.successor_id IS NOT NULL AND h.depth < ${LONGEST_CHAIN}
     )
     SELECT u.id, u.path FROM heirs h JOIN units u ON u.id = h.id
     WHERE NOT EXISTS (SELECT 1 FROM unit_successions x WHERE x.predecessor_id = u.id AND x.effective_on <= ?)
     ORDER BY u.path`,
    [unitPath, day, day, day],
  );
  return heir;
}
