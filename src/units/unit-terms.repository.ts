import type { LocalDate } from '../../workflows/kernel';
import { insertRows, type RowReader, type Tx } from '../platform/persistence';
import { holdsOn, sharing } from './dated';
import type { CoManagement, UnitDelegation } from './unit-terms';

const CO_MANAGEMENT = `c.id, c.unit_id AS "unitId", c.manager_id AS "managerId", c.valid_from AS "validFrom",
  c.valid_to AS "validTo"`;
const DELEGATION = `d.id, d.unit_id AS "unitId", d.person_id AS "personId", d.valid_from AS "validFrom",
  d.valid_to AS "validTo", d.paper`;

/** Tables of what a unit has for a time. */
type TermTable = 'unit_co_managers' | 'unit_delegates';

/** Inserts a co-management. */
export function insertCoManagement(tx: Tx, { id, unitId, managerId, validFrom, validTo }: CoManagement): Promise<void> {
  const row = { id, unit_id: unitId, manager_id: managerId, valid_from: validFrom, valid_to: validTo };
  return insertRows(tx, 'unit_co_managers', [row]);
}

/** Inserts a delegation. */
export function insertDelegation(tx: Tx, delegation: UnitDelegation): Promise<void> {
  const { id, unitId, personId, validFrom, validTo, paper } = delegation;
  const row = { id, unit_id: unitId, person_id: personId, valid_from: validFrom, valid_to: validTo, paper };
  return insertRows(tx, 'unit_delegates', [row]);
}

/** Sets the last day of a co-management or a delegation. */
export async function endTerm(tx: Tx, table: TermTable, id: string, validTo: LocalDate): Promise<void> {
  await tx.change(`UPDATE ${table} SET valid_to = ? WHERE id = ?`, [validTo, id]);
}

/** All co-managements of a unit, of every time, the oldest first. */
export function readCoManagements(rows: RowReader, unitId: string): Promise<CoManagement[]> {
  return rows.rows<CoManagement>(
    `SELECT ${CO_MANAGEMENT} FROM unit_co_managers c WHERE c.unit_id = ? ORDER BY c.valid_from, c.id`,
    [unitId],
  );
}

/** All delegations of a unit, of every time, the oldest first. */
export function readDelegations(rows: RowReader, unitId: string): Promise<UnitDelegation[]> {
  return rows.rows<UnitDelegation>(
    `SELECT ${DELEGATION} FROM unit_delegates d WHERE d.unit_id = ? ORDER BY d.valid_from, d.id`,
    [unitId],
  );
}

/** The delegations of a unit that hold on a day. */
export function readDelegationsOn(rows: RowReader, unitId: string, day: LocalDate): Promise<UnitDelegation[]> {
  return rows.rows<UnitDelegation>(
    `SELECT ${DELEGATION} FROM unit_delegates d WHERE d.unit_id = ? AND ${holdsOn('d')} ORDER BY d.valid_from, d.id`,
    [unitId, day, day],
  );
}

/** Whether the unit is managed by the other one on a day of this span already. */
export async function isCoManaged(rows: RowReader, coManagement: CoManagement): Promise<boolean> {
  const found = await rows.rows(
    `SELECT c.id FROM unit_co_managers c WHERE c.unit_id = ? AND c.manager_id = ? AND ${holdsOn('c')}`,
    [coManagement.unitId, coManagement.managerId, ...sharing(coManagement)],
  );
  return found.length > 0;
}

/** Whether the person is a delegate of the unit on a day of this span already. */
export async function isDelegate(rows: RowReader, delegation: UnitDelegation): Promise<boolean> {
  const found = await rows.rows(
    `SELECT d.id FROM unit_delegates d WHERE d.unit_id = ? AND d.person_id = ? AND ${holdsOn('d')}`,
    [delegation.unitId, delegation.personId, ...sharing(delegation)],
  );
  return found.length > 0;
}

/** Whether there is such a person, neither erased nor a row that was merged into another one. People are a feature above this one: their table is asked, not their code. */
export async function isPerson(rows: RowReader, personId: string): Promise<boolean> {
  const found = await rows.rows('SELECT id FROM people WHERE id = ? AND erased_at IS NULL AND merged_into_id IS NULL', [
    personId,
  ]);
  return found.length > 0;
}

/** Makes all delegations of one person those of another one. */
export async function repointDelegations(tx: Tx, fromId: string, toId: string): Promise<void> {
  await tx.change('UPDATE unit_delegates SET person_id = ? WHERE person_id = ?', [toId, fromId]);
}
