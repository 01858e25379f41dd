import { foldText, type Instant } from '../../workflows/kernel';
import { placeholders, type RowReader, type SqlValue, type Tx } from '../platform/persistence';
import type { Gender, LeaderLevel } from './subject';

/** What is kept of an identity number. */
export interface NationalId {
  readonly hash: string;
  readonly mask: string;
}

/** What is kept of a person beside the unit; null for what is not known. */
export interface PersonDetails {
  readonly name: string;
  readonly birthday: string | null;
  readonly gender: Gender | null;
  /** Absent when it stays as it is. */
  readonly nationalId?: NationalId | null;
  readonly isDirectWorker: boolean;
  readonly isLeader: boolean;
  readonly leaderLevel: LeaderLevel | null;
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
 * Counts one more change of a person; false when the person was erased or the row merged. First of all, so that changes of one person
 * come one after another and nothing is written about somebody who is being erased.
 */
export async function lockPerson(tx: Tx, id: string): Promise<boolean> {
  return (
    (await tx.change(
      `UPDATE people SET version = version + 1 WHERE id = ? AND erased_at IS NULL AND merged_into_id IS NULL`,
      [id],
    )) === 1
  );
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

/** Blanks the personal data of a person, in the rows that were merged too; the id, the unit and what quotas and tallies count stay. */
export async function erasePerson(tx: Tx, id: string, at: Instant): Promise<void> {
  await tx.change(
    `UPDATE people SET name = '', name_folded = '', birthday = NULL, gender = NULL, national_id_hash = NULL,
       national_id_mask = NULL, erased_at = ?
     WHERE id = ? OR merged_into_id = ?`,
    [at, id, id],
  );
}

function detailColumns(details: PersonDetails): Readonly<Record<string, SqlValue>> {
  const { nationalId } = details;
  return {
    name: details.name,
    name_folded: foldText(details.name),
    birthday: details.birthday,
    gender: details.gender,
    is_direct_worker: details.isDirectWorker ? 1 : 0,
    is_leader: details.isLeader ? 1 : 0,
    leader_level: details.leaderLevel,
    ...(nationalId === undefined
      ? {}
      : { national_id_hash: nationalId?.hash ?? null, national_id_mask: nationalId?.mask ?? null }),
  };
}

/** A person and the unit that keeps them. */
export interface PersonPlace {
  readonly id: string;
  readonly path: string;
}

/** Who else has an identity number; undefined when nobody has. */
export async function readHolderOfNumber(rows: RowReader, hash: string, but: string): Promise<PersonPlace | undefined> {
  const [holder] = await rows.rows<PersonPlace>(
    'SELECT p.id, u.path FROM people p JOIN units u ON u.id = p.unit_id WHERE p.national_id_hash = ? AND p.id <> ?',
    [hash, but],
  );
  return holder;
}

/** People of the same name, whatever its accents, and the same birthday. */
export function readNamesakes(
  rows: RowReader,
  { name, birthday }: Pick<PersonDetails, 'name' | 'birthday'>,
): Promise<PersonPlace[]> {
  return rows.rows<PersonPlace>(
    `SELECT p.id, u.path FROM people p JOIN units u ON u.id = p.unit_id
     WHERE p.name_folded = ? AND p.birthday = ? AND p.erased_at IS NULL AND p.merged_into_id IS NULL ORDER BY p.id`,
    [foldText(name), birthday],
  );
}

/** Whether a row was merged into another one. */
export async function isMerged(rows: RowReader, id: string): Promise<boolean> {
  return (await rows.rows('SELECT id FROM people WHERE id = ? AND merged_into_id IS NOT NULL', [id])).length > 0;
}
