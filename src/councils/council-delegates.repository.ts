import type { LocalDate } from '../../workflows/kernel';
import { insertRows, type RowReader, type Tx } from '../platform/persistence';
import type { CouncilDelegation } from './council';

const DELEGATION = `id, council_id AS "councilId", member_id AS "memberId", person_id AS "personId",
  valid_from AS "validFrom", valid_to AS "validTo", paper`;

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
    `SELECT ${DELEGATION} FROM council_delegates WHERE council_id = ? ORDER BY valid_from, id`,
    [councilId],
  );
}

/** The delegations of a council that hold on a day. */
export function readDelegationsOn(rows: RowReader, councilId: string, day: LocalDate): Promise<CouncilDelegation[]> {
  return rows.rows<CouncilDelegation>(
    `SELECT ${DELEGATION} FROM council_delegates
     WHERE council_id = ? AND valid_from <= ? AND (valid_to IS NULL OR valid_to >= ?) ORDER BY valid_from, id`,
    [councilId, day, day],
  );
}

/** Makes the delegations of one person those of another one, who is the same. */
export async function repointDelegations(tx: Tx, fromId: string, toId: string): Promise<void> {
  await tx.change('UPDATE council_delegates SET person_id = ? WHERE person_id = ?', [toId, fromId]);
}
