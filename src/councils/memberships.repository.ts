import { addDays, type LocalDate } from '../../workflows/kernel';
import type { RowReader, Tx } from '../platform/persistence';
import type { CouncilMemberOn, CouncilRef, Membership } from './council';

/** Columns of a Membership by its names. */
const MEMBERSHIP = `id, council_id AS "councilId", person_id AS "personId", seat,
  valid_from AS "validFrom", valid_to AS "validTo"`;

/** Seats in the order of the council. */
const BY_SEAT = `CASE seat WHEN 'chair' THEN 1 WHEN 'viceChair' THEN 2 WHEN 'member' THEN 3 ELSE 4 END`;

/** Later than every day there is, in place of an open end. */
const OPEN_END = '9999-12-31';

/** Inserts a membership behind all there are; the council is locked. */
export async function insertMembership(tx: Tx, membership: Membership): Promise<void> {
  const { id, councilId, personId, seat, validFrom, validTo } = membership;
  await tx.change(
    `INSERT INTO council_members (id, council_id, ordinal, person_id, seat, valid_from, valid_to)
     SELECT ?, ?, COALESCE(MAX(ordinal), 0) + 1, ?, ?, ?, ? FROM council_members WHERE council_id = ?`,
    [id, councilId, personId, seat, validFrom, validTo, councilId],
  );
}

/** Sets the last day of a membership. */
export async function endMembership(tx: Tx, id: string, validTo: LocalDate): Promise<void> {
  await tx.change('UPDATE council_members SET valid_to = ? WHERE id = ?', [validTo, id]);
}

/** One membership of a council. */
export async function readMembership(rows: RowReader, councilId: string, id: string): Promise<Membership | undefined> {
  const [membership] = await rows.rows<Membership>(
    `SELECT ${MEMBERSHIP} FROM council_members WHERE council_id = ? AND id = ?`,
    [councilId, id],
  );
  return membership;
}

/** Memberships of a council that share a day with this span. */
export function readOverlapping(
  rows: RowReader,
  councilId: string,
  { validFrom, validTo }: Pick<Membership, 'validFrom' | 'validTo'>,
): Promise<Membership[]> {
  return rows.rows<Membership>(
    `SELECT ${MEMBERSHIP} FROM council_members
     WHERE council_id = ? AND valid_from <= ? AND (valid_to IS NULL OR valid_to >= ?)`,
    [councilId, validTo ?? OPEN_END, validFrom],
  );
}

/** All memberships of a council, of every time, in the order of the council. */
export function readMemberships(rows: RowReader, councilId: string): Promise<Membership[]> {
  return rows.rows<Membership>(
    `SELECT ${MEMBERSHIP} FROM council_members WHERE council_id = ? ORDER BY ${BY_SEAT}, ordinal`,
    [councilId],
  );
}

/** The members of a council on a day, in the order of the council: by seat, and among equal ones as they were seated. */
export function readMembersOn(rows: RowReader, councilId: string, date: LocalDate): Promise<CouncilMemberOn[]> {
  return rows.rows<CouncilMemberOn>(
    `SELECT m.id AS "memberId", m.person_id AS "personId", m.seat, p.unit_id AS "unitId"
     FROM council_members m JOIN people p ON p.id = m.person_id
     WHERE m.council_id = ? AND m.valid_from <= ? AND (m.valid_to IS NULL OR m.valid_to >= ?)
     ORDER BY ${BY_SEAT}, m.ordinal`,
    [councilId, date, date],
  );
}

/** Whether a person is a member on a day of the council that this one is part of; true of a council that is no part. */
export async function sitsInWhole(
  rows: RowReader,
  { partOfId }: Pick<CouncilRef, 'partOfId'>,
  { personId, on }: { readonly personId: string; readonly on: LocalDate },
): Promise<boolean> {
  if (partOfId === null) return true;
  return (await readMembersOn(rows, partOfId, on)).some((member) => member.personId === personId);
}

/** Whether a person is a member of a part of a council beyond a day. */
export async function sitsInPart(rows: RowReader, wholeId: string, personId: string, day: LocalDate): Promise<boolean> {
  const found = await rows.rows(
    `SELECT m.id FROM councils c JOIN council_members m ON m.council_id = c.id
     WHERE c.part_of_id = ? AND m.person_id = ? AND (m.valid_to IS NULL OR m.valid_to > ?)`,
    [wholeId, personId, day],
  );
  return found.length > 0;
}

/** Ends all memberships of a council the day before; answers how many begin on that day or later and so cannot. */
export async function endMemberships(tx: Tx, councilId: string, on: LocalDate): Promise<number> {
  await tx.change(
    `UPDATE council_members SET valid_to = ?
     WHERE council_id = ? AND valid_from < ? AND (valid_to IS NULL OR valid_to >= ?)`,
    [addDays(on, -1), councilId, on, on],
  );
  return (await tx.rows('SELECT id FROM council_members WHERE council_id = ? AND valid_from >= ?', [councilId, on]))
    .length;
}

/** Whether two people sit in one council on the same day. */
export async function sitTogether(rows: RowReader, first: string, second: string): Promise<boolean> {
  const found = await rows.rows(
    `SELECT a.id FROM council_members a JOIN council_members b ON b.council_id = a.council_id
       AND a.valid_from <= COALESCE(b.valid_to, '${OPEN_END}') AND b.valid_from <= COALESCE(a.valid_to, '${OPEN_END}')
     WHERE a.person_id = ? AND b.person_id = ?`,
    [first, second],
  );
  return found.length > 0;
}

/** Makes the memberships of one person those of another one, who is the same. */
export async function repointMemberships(tx: Tx, fromId: string, toId: string): Promise<void> {
  await tx.change('UPDATE council_members SET person_id = ? WHERE person_id = ?', [toId, fromId]);
}
