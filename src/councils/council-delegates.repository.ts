import type { LocalDate } from '../../workflows/kernel';
import { insertRows, type RowReader, type Tx } from '../platform/persistence';
import type { CouncilDelegation, CouncilMemberOn } from './council';

const DELEGATION = `d.id, d.council_id AS "councilId", d.member_id AS "memberId", d.person_id AS "personId",
  d.valid_from AS "validFrom", d.valid_to AS "validTo", d.paper`;

/** Later than every day there is, in place of an open end. */
const OPEN_END = '9999-12-31';

/** Inserts a delegation; the council is locked. */
export function insertDelegation(tx: Tx, delegation: CouncilDelegation): Promise<void> {
  const { id, councilId, memberId, personId, validFrom, validTo, paper } = delegation;
  const of = { id, council_id: councilId, member_id: memberId, person_id: personId };
  return insertRows(tx, 'council_delegates', [{ ...of, valid_from: validFrom, valid_to: validTo, paper }]);
}

/** Sets the last day of a delegation. */
export async function endDelegation(tx: Tx, id: string, validTo: LocalDate): Promise<void> {
  await tx.change('UPDATE council_delegates SET valid_to = ? WHERE id = ?', [validTo, id]);
}

/** All delegations of a council, of every time, the oldest first. */
export function readDelegations(rows: RowReader, councilId: string): Promise<CouncilDelegation[]> {
  return rows.rows<CouncilDelegation>(
    `SELECT ${DELEGATION} FROM council_delegates d WHERE d.council_id = ? ORDER BY d.valid_from, d.id`,
    [councilId],
  );
}

/**
 * The delegations of a council that share a day with this span, as long as the membership that is represented lasts: who
 * has left the council is represented by nobody.
 */
export function readDelegationsWithin(
  rows: RowReader,
  councilId: string,
  { validFrom, validTo }: Pick<CouncilDelegation, 'validFrom' | 'validTo'>,
): Promise<CouncilDelegation[]> {
  const shares = (row: string): string =>
    `${row}.valid_from <= ? AND (${row}.valid_to IS NULL OR ${row}.valid_to >= ?)`;
  const days = [validTo ?? OPEN_END, validFrom];
  return rows.rows<CouncilDelegation>(
    `SELECT ${DELEGATION} FROM council_delegates d JOIN council_members m ON m.id = d.member_id AND ${shares('m')}
     WHERE d.council_id = ? AND ${shares('d')} ORDER BY d.valid_from, d.id`,
    [...days, councilId, ...days],
  );
}

/** Who sits for which member of a council on a day: each as the member, with the person and the unit of who comes. */
export function readDelegatesOn(rows: RowReader, councilId: string, day: LocalDate): Promise<CouncilMemberOn[]> {
  return rows.rows<CouncilMemberOn>(
    `SELECT d.member_id AS "memberId", d.person_id AS "personId", m.seat, p.unit_id AS "unitId"
     FROM council_delegates d JOIN council_members m ON m.id = d.member_id JOIN people p ON p.id = d.person_id
     WHERE d.council_id = ? AND d.valid_from <= ? AND (d.valid_to IS NULL OR d.valid_to >= ?)
       AND m.valid_from <= ? AND (m.valid_to IS NULL OR m.valid_to >= ?) ORDER BY d.id`,
    [councilId, day, day, day, day],
  );
}

/** Makes the delegations of one person those of another one, who is the same. */
export async function repointDelegations(tx: Tx, fromId: string, toId: string): Promise<void> {
  await tx.change('UPDATE council_delegates SET person_id = ? WHERE person_id = ?', [toId, fromId]);
}
