import type { LocalDate } from '../../workflows/kernel';
import { coveredBy, SYSTEM_SCOPE, type SqlCondition } from '../platform/auth/scope';
import type { Role } from '../platform/auth/permission';
import { placeholders, type RowReader } from '../platform/persistence';
import { pathsDownTo } from '../units';
import type { UserRecord } from './user';

/** Units are merged a few times in a century; what is longer is a circle. */
const LONGEST_CHAIN = 32;

/** A user who can be told something. */
export interface Contact extends Pick<UserRecord, 'email' | 'language'> {
  readonly userId: string;
}

/** A user who can be told something of a unit, from the seat on the unit with this path. */
export interface HolderOfUnit extends Contact {
  readonly unitId: string;
  readonly seatPath: string;
}

/** A unit, and the one that has taken its place by now. */
export interface Place {
  readonly unitPath: string;
  readonly heirPath: string | undefined;
}

/** Holders of a role on the unit with this path, on a unit below it, or on one that took its place, on a day. */
export function readHoldersWithin(rows: RowReader, role: Role, place: Place, date: LocalDate): Promise<Contact[]> {
  const { unitPath, heirPath } = place;
  const scope = { ...SYSTEM_SCOPE, everything: false, unitPaths: [unitPath] };
  const [now, before] = [coveredBy(scope, 'n.path'), coveredBy(scope, 'f.path')];
  // What was asked of a unit below this one is asked of it still where it was put elsewhere since.
  const below = {
    sql: `(${now.sql} OR n.id IN (SELECT f.unit_id FROM unit_places f WHERE ${before.sql}))`,
    params: [...now.params, ...before.params],
  };
  if (heirPath === undefined) return readHolders(rows, role, below, date);
  return readHolders(rows, role, { sql: `(${below.sql} OR n.path = ?)`, params: [...below.params, heirPath] }, date);
}

/** Holders of a role on the unit with this path, on a unit above it, or on or above one that took its place, on a day. */
export function readHoldersOver(rows: RowReader, role: Role, place: Place, date: LocalDate): Promise<Contact[]> {
  const { unitPath, heirPath } = place;
  const paths = [...new Set([...pathsDownTo(unitPath), ...(heirPath === undefined ? [] : pathsDownTo(heirPath))])];
  return readHolders(rows, role, { sql: `n.path IN ${placeholders(paths.length)}`, params: paths }, date);
}

/** Units with what has taken their place by a day, themselves included: `asked_id` and `unit_id`. */
const heirsOf = (count: number): string => `WITH RECURSIVE heirs(asked_id, unit_id, depth) AS (
  SELECT id, id, 0 FROM units WHERE id IN ${placeholders(count)}
  UNION SELECT h.asked_id, x.successor_id, h.depth + 1 FROM heirs h
    JOIN unit_successions x ON x.predecessor_id = h.unit_id
    WHERE x.effective_on <= ? AND x.successor_id IS NOT NULL AND h.depth < ${LONGEST_CHAIN})`;

const HELD = `s.role = ? AND s.valid_from <= ? AND (s.valid_to IS NULL OR s.valid_to >= ?) AND u.is_disabled = 0`;

/** Holders of a role on these units themselves, or on those that took their place, on a day; one row for each unit and user. */
export async function readHoldersAt(
  rows: RowReader,
  role: Role,
  unitIds: readonly string[],
  date: LocalDate,
): Promise<HolderOfUnit[]> {
  if (unitIds.length === 0) return [];
  return rows.rows(
    `${heirsOf(unitIds.length)}
     SELECT DISTINCT h.asked_id AS "unitId", n.path AS "seatPath", u.id AS "userId", u.email, u.language
     FROM heirs h JOIN seats s ON s.unit_id = h.unit_id JOIN users u ON u.id = s.user_id JOIN units n ON n.id = s.unit_id
     WHERE ${HELD} ORDER BY u.id, h.asked_id`,
    [...unitIds, date, role, date, date],
  );
}

/** The same on the unit above each of these that is nearest to it among those where somebody holds the role. */
export async function readHoldersNearestAbove(
  rows: RowReader,
  role: Role,
  unitIds: readonly string[],
  date: LocalDate,
): Promise<HolderOfUnit[]> {
  if (unitIds.length === 0) return [];
  return rows.rows(
    `${heirsOf(unitIds.length)},
     above AS (
       SELECT DISTINCT h.asked_id, a.path, u.id AS user_id, u.email, u.language,
         RANK() OVER (PARTITION BY h.asked_id ORDER BY LENGTH(a.path) DESC) AS place
       FROM heirs h JOIN units n ON n.id = h.unit_id
         JOIN seats s ON s.unit_id <> n.id
         JOIN units a ON a.id = s.unit_id AND SUBSTR(n.path, 1, LENGTH(a.path)) = a.path
         JOIN users u ON u.id = s.user_id
       WHERE ${HELD})
     SELECT asked_id AS "unitId", path AS "seatPath", user_id AS "userId", email, language FROM above WHERE place = 1
     ORDER BY user_id, asked_id`,
    [...unitIds, date, role, date, date],
  );
}

/** One user who is not shut out. */
export async function readContact(rows: RowReader, userId: string): Promise<Contact | undefined> {
  const [contact] = await rows.rows<Contact>(
    'SELECT id AS "userId", email, language FROM users WHERE id = ? AND is_disabled = 0',
    [userId],
  );
  return contact;
}

function readHolders(rows: RowReader, role: Role, where: SqlCondition, date: LocalDate): Promise<Contact[]> {
  return rows.rows<Contact>(
    `SELECT DISTINCT u.id AS "userId", u.email, u.language
     FROM seats s JOIN users u ON u.id = s.user_id JOIN units n ON n.id = s.unit_id
     WHERE s.role = ? AND s.valid_from <= ? AND (s.valid_to IS NULL OR s.valid_to >= ?)
       AND u.is_disabled = 0 AND ${where.sql}
     ORDER BY u.id`,
    [role, date, date, ...where.params],
  );
}
