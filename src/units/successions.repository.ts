import type { LocalDate } from '../../workflows/kernel';
import { inChunks, placeholders, type RowReader, type Tx } from '../platform/persistence';
import { holdsOn } from './dated';
import type { Reach, Succession } from './unit-terms';

const SUCCESSION = `x.predecessor_id AS "predecessorId", x.successor_id AS "successorId",
  x.effective_on AS "effectiveOn", x.document`;

/** SQL: a row of `units` lies at or below the path of another row: a range, so that the index serves it. */
const within = (unit: string, above: string): string =>
  `${unit}.path >= ${above}.path AND ${unit}.path < substr(${above}.path, 1, length(${above}.path) - 1) || '0'`;

const MOST_AT_ONCE = 500;

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
  const found: Succession[] = [];
  for (const some of inChunks([...new Set(unitIds)].sort(), MOST_AT_ONCE)) {
    const marks = placeholders(some.length);
    found.push(
      ...(await rows.rows<Succession>(
        `SELECT ${SUCCESSION} FROM unit_successions x WHERE x.predecessor_id IN ${marks} ORDER BY x.predecessor_id`,
        some,
      )),
    );
  }
  return found;
}

/** The units that ended on one day in one successor with this one; this one alone when it ended otherwise. */
export async function readMergedTogether(rows: RowReader, unitId: string): Promise<readonly string[]> {
  const found = await rows.rows<{ id: string }>(
    `SELECT x.predecessor_id AS id FROM unit_successions own
       JOIN unit_successions x ON x.successor_id = own.successor_id AND x.effective_on = own.effective_on
     WHERE own.predecessor_id = ? ORDER BY x.predecessor_id`,
    [unitId],
  );
  return found.length === 0 ? [unitId] : found.map(({ id }) => id);
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

/** SQL: how many units stand on the path of a row of `units`, and one. */
const steps = (unit: string): string => `(length(${unit}.path) - length(replace(${unit}.path, '/', '')))`;

/** What lies below units that end and does not end with them. */
export interface Below {
  readonly count: number;
  /** Levels down to the lowest one; 0 when there is none. */
  readonly levels: number;
}

/** The units below these which exist on a day, without these. */
export async function readBelow(rows: RowReader, unitIds: readonly string[], day: LocalDate): Promise<Below> {
  if (unitIds.length === 0) return { count: 0, levels: 0 };
  const marks = placeholders(unitIds.length);
  const [found] = await rows.rows<{ count: number | string; levels: number | string | null }>(
    `SELECT COUNT(DISTINCT u.id) AS "count", MAX(${steps('u')} - ${steps('e')}) AS "levels"
     FROM units e JOIN units u ON ${within('u', 'e')}
     WHERE e.id IN ${marks} AND u.id NOT IN ${marks} AND (u.valid_to IS NULL OR u.valid_to >= ?)`,
    [...unitIds, ...unitIds, day],
  );
  return { count: Number(found?.count ?? 0), levels: Number(found?.levels ?? 0) };
}

/** SQL: a path lies outside the subtree of the seat, which covers what is inside anyway. */
const beyond = (path: string): string =>
  `NOT (${path} >= r.seat_path AND ${path} < substr(r.seat_path, 1, length(r.seat_path) - 1) || '0')`;

/**
 * What seats on these units reach on a day beyond their own subtrees: units that were merged into one of their units, those
 * merged into these, and places where one of all those stood before, all inherited; and units that one of theirs manages
 * together with another one.
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
       WHERE ${beyond('r.path')}
     UNION SELECT r.seat_path, f.path, f.unit_id, 'inherited' FROM reached r
       JOIN units m ON ${within('m', 'r')}
       JOIN unit_places f ON f.unit_id = m.id AND f.left_on <= ? AND ${beyond('f.path')}
     UNION SELECT r.seat_path, u.path, u.id, 'reads' FROM reached r
       JOIN units m ON ${within('m', 'r')}
       JOIN unit_co_managers c ON c.manager_id = m.id AND ${holdsOn('c')}
       JOIN (SELECT id, path FROM units UNION ALL SELECT unit_id, path FROM unit_places) u ON u.id = c.unit_id
       WHERE ${beyond('u.path')}
     ORDER BY 1, 4, 2`,
    [...unitIds, day, day, day, day],
  );
  return outermost(reached);
}

/** A path below another one that is reached as well, no less firmly, adds nothing: they come in the order of their paths. */
function outermost(reached: readonly Reach[]): Reach[] {
  const kept: Reach[] = [];
  for (const each of reached) {
    const isCovered = kept.some((other) => other.seatPath === each.seatPath && each.path.startsWith(other.path));
    if (!isCovered) kept.push(each);
  }
  return kept;
}

/**
 * The unit that stands on a day for what was recorded under a path: the last of those that the unit of that path was merged
 * into, or that unit itself where it was put elsewhere; undefined while it stands there.
 */
export async function readHeir(
  rows: RowReader,
  unitPath: string,
  day: LocalDate,
): Promise<{ readonly id: string; readonly path: string } | undefined> {
  const [heir] = await rows.rows<{ id: string; path: string }>(
    `WITH RECURSIVE stood(id) AS (
       SELECT id FROM units WHERE path = ? UNION SELECT unit_id FROM unit_places WHERE path = ?
     ), heirs(id, depth) AS (
       SELECT id, 0 FROM stood
       UNION SELECT x.successor_id, h.depth + 1 FROM heirs h JOIN unit_successions x ON x.predecessor_id = h.id
         WHERE x.effective_on <= ? AND x.successor_id IS NOT NULL AND h.depth < ${LONGEST_CHAIN}
     )
     SELECT u.id, u.path FROM heirs h JOIN units u ON u.id = h.id
     WHERE u.path <> ?
       AND NOT EXISTS (SELECT 1 FROM unit_successions x WHERE x.predecessor_id = u.id AND x.effective_on <= ?)
     ORDER BY u.path`,
    [unitPath, unitPath, day, unitPath, day],
  );
  return heir;
}
