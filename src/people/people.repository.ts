import { foldText, type Instant } from '../../workflows/kernel';
import { placeholders, type SqlValue, type Tx } from '../platform/persistence';
import type { Gender } from './subject';

/** What is kept of a person beside the unit; null for what is not known. */
export interface PersonDetails {
  readonly name: string;
  readonly birthday: string | null;
  readonly gender: Gender | null;
  readonly nationalId: string | null;
  readonly isDirectWorker: boolean;
  readonly isLeader: boolean;
}

/** Inserts a person at version 1. */
export async function insertPerson(tx: Tx, id: string, unitId: string, details: PersonDetails): Promise<void> {
  const row = { id, unit_id: unitId, version: 1, ...detailColumns(details) };
  const names = Object.keys(row);
  await tx.change(
    `INSERT INTO people (${names.join(', ')}) VALUES ${placeholders(names.length)}`,
    Object.values<SqlValue>(row),
  );
}

/**
 * Counts one more change of a person; false when the person was erased. First of all, so that changes of one person
 * come one after another and nothing is written about somebody who is being erased.
 */
export async function lockPerson(tx: Tx, id: string): Promise<boolean> {
  return (await tx.change('UPDATE people SET version = version + 1 WHERE id = ? AND erased_at IS NULL', [id])) === 1;
}

/** Replaces all details of a person. */
export async function updatePerson(tx: Tx, id: string, details: PersonDetails): Promise<void> {
  const values = detailColumns(details);
  const sets = Object.keys(values).map((name) => `${name} = ?`);
  await tx.change(`UPDATE people SET ${sets.join(', ')} WHERE id = ?`, [...Object.values(values), id]);
}

/** Moves a person to another unit; false when it is the one where the person is. */
export async function movePerson(tx: Tx, id: string, unitId: string): Promise<boolean> {
  return (await tx.change('UPDATE people SET unit_id = ? WHERE id = ? AND unit_id <> ?', [unitId, id, unitId])) === 1;
}

/** Blanks the personal data of a person; the id, the unit and the two marks that quotas count stay. */
export async function erasePerson(tx: Tx, id: string, at: Instant): Promise<void> {
  await tx.change(
    `UPDATE people SET name = '', name_folded = '', birthday = NULL, gender = NULL, national_id = NULL, erased_at = ?
     WHERE id = ?`,
    [at, id],
  );
}

function detailColumns(details: PersonDetails): Readonly<Record<string, SqlValue>> {
  return {
    name: details.name,
    name_folded: foldText(details.name),
    birthday: details.birthday,
    gender: details.gender,
    national_id: details.nationalId,
    is_direct_worker: details.isDirectWorker ? 1 : 0,
    is_leader: details.isLeader ? 1 : 0,
  };
}
