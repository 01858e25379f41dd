import type { LocalDate } from '../../workflows/kernel';
import { placeholders, type RowReader, type Tx } from '../platform/persistence';
import type { PlacedRole } from './role-authority';
import type { DatedSeat } from './user';

/** Columns of a DatedSeat by its names. */
const SEAT = `id, user_id AS "userId", role, unit_id AS "unitId", council_id AS "councilId",
  valid_from AS "validFrom", valid_to AS "validTo"`;

/** Later than every day there is, in place of an open end. */
const OPEN_END = '9999-12-31';

/** Inserts a seat. */
export async function insertSeat(tx: Tx, seat: DatedSeat): Promise<void> {
  await tx.change(
    'INSERT INTO seats (id, user_id, role, unit_id, council_id, valid_from, valid_to) VALUES (?, ?, ?, ?, ?, ?, ?)',
    [seat.id, seat.userId, seat.role, seat.unitId, seat.councilId, seat.validFrom, seat.validTo],
  );
}

/** Sets the last day of a seat. */
export async function endSeat(tx: Tx, id: string, validTo: LocalDate): Promise<void> {
  await tx.change('UPDATE seats SET valid_to = ? WHERE id = ?', [validTo, id]);
}

/** All seats of a user, of every time, the oldest first. */
export function readSeats(rows: RowReader, userId: string): Promise<DatedSeat[]> {
  return rows.rows<DatedSeat>(`SELECT ${SEAT} FROM seats WHERE user_id = ? ORDER BY valid_from, id`, [userId]);
}

/** One seat of a user. */
export async function readSeat(rows: RowReader, userId: string, id: string): Promise<DatedSeat | undefined> {
  const [seat] = await rows.rows<DatedSeat>(`SELECT ${SEAT} FROM seats WHERE user_id = ? AND id = ?`, [userId, id]);
  return seat;
}

/** Whether a user holds the same seat on a day of the same span already. */
export async function isSeatHeld(rows: RowReader, seat: DatedSeat): Promise<boolean> {
  const held = await rows.rows(
    `SELECT id FROM seats
     WHERE user_id = ? AND role = ? AND unit_id = ? AND COALESCE(council_id, '') = ?
       AND valid_from <= ? AND (valid_to IS NULL OR valid_to >= ?)`,
    [seat.userId, seat.role, seat.unitId, seat.councilId ?? '', seat.validTo ?? OPEN_END, seat.validFrom],
  );
  return held.length > 0;
}

/** The roles that a user holds on this day or will hold later, and where. */
export function readPlacedRoles(rows: RowReader, userId: string, date: LocalDate): Promise<PlacedRole[]> {
  return rows.rows<PlacedRole>(
    `SELECT DISTINCT s.role, u.path, s.council_id AS "councilId" FROM seats s JOIN units u ON u.id = s.unit_id
     WHERE s.user_id = ? AND (s.valid_to IS NULL OR s.valid_to >= ?)`,
    [userId, date],
  );
}

/** Seats by their ids. */
export function readSeatsById(rows: RowReader, ids: readonly string[]): Promise<DatedSeat[]> {
  return rows.rows<DatedSeat>(`SELECT ${SEAT} FROM seats WHERE id IN ${placeholders(ids.length)} ORDER BY id`, ids);
}

/** The users who hold the seat of the head of one of these units on a day. */
export async function readHeadsOn(
  rows: RowReader,
  unitIds: readonly string[],
  day: LocalDate,
): Promise<readonly string[]> {
  const held = await rows.rows<{ userId: string }>(
    `SELECT DISTINCT user_id AS "userId" FROM seats WHERE role = 'unitHead' AND unit_id IN ${placeholders(unitIds.length)}
       AND valid_from <= ? AND (valid_to IS NULL OR valid_to >= ?)`,
    [...unitIds, day, day],
  );
  return held.map(({ userId }) => userId);
}
