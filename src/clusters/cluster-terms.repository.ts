import { addDays, type LocalDate } from '../../workflows/kernel';
import { insertRows, type RowReader, type Tx } from '../platform/persistence';
import type { ClusterDelegate, ClusterHead, ClusterMember } from './cluster';

const DATED = `id, cluster_id AS "clusterId", unit_id AS "unitId", valid_from AS "validFrom", valid_to AS "validTo"`;

/** Tables of what a cluster has for a time. */
export type ClusterTermTable = 'cluster_members' | 'cluster_heads' | 'cluster_delegates';

/** Inserts memberships. */
export function insertMembers(tx: Tx, members: readonly ClusterMember[]): Promise<void> {
  return insertRows(
    tx,
    'cluster_members',
    members.map(({ id, clusterId, unitId, validFrom, validTo }) => ({
      ...{ id, cluster_id: clusterId, unit_id: unitId, valid_from: validFrom, valid_to: validTo },
    })),
  );
}

/** Inserts the term of a head or a deputy. */
export function insertHead(
  tx: Tx,
  { id, clusterId, unitId, role, validFrom, validTo, paper }: ClusterHead,
): Promise<void> {
  const days = { valid_from: validFrom, valid_to: validTo };
  return insertRows(tx, 'cluster_heads', [{ id, cluster_id: clusterId, unit_id: unitId, role, ...days, paper }]);
}

/** Inserts a delegate. */
export function insertDelegate(tx: Tx, delegate: ClusterDelegate): Promise<void> {
  const { id, clusterId, unitId, personId, validFrom, validTo, paper } = delegate;
  const row = { id, cluster_id: clusterId, unit_id: unitId, person_id: personId, valid_from: validFrom };
  return insertRows(tx, 'cluster_delegates', [{ ...row, valid_to: validTo, paper }]);
}

/** All memberships of a cluster, the oldest first. */
export function readMembers(rows: RowReader, clusterId: string): Promise<ClusterMember[]> {
  return rows.rows<ClusterMember>(
    `SELECT ${DATED} FROM cluster_members WHERE cluster_id = ? ORDER BY valid_from, unit_id, id`,
    [clusterId],
  );
}

/** All terms of heads and deputies, the oldest first. */
export function readHeads(rows: RowReader, clusterId: string): Promise<ClusterHead[]> {
  return rows.rows<ClusterHead>(
    `SELECT ${DATED}, role, paper FROM cluster_heads WHERE cluster_id = ? ORDER BY valid_from, id`,
    [clusterId],
  );
}

/** All delegates of a cluster, the oldest first. */
export function readDelegates(rows: RowReader, clusterId: string): Promise<ClusterDelegate[]> {
  return rows.rows<ClusterDelegate>(
    `SELECT ${DATED}, person_id AS "personId", paper FROM cluster_delegates WHERE cluster_id = ? ORDER BY valid_from, id`,
    [clusterId],
  );
}

/** Ends terms the day before; those that would begin later are the caller's to refuse. */
export async function endTermsBefore(
  tx: Tx,
  table: ClusterTermTable,
  ids: readonly string[],
  day: LocalDate,
): Promise<void> {
  if (ids.length === 0) return;
  const marks = ids.map(() => '?').join(', ');
  await tx.change(`UPDATE ${table} SET valid_to = ? WHERE id IN (${marks})`, [addDays(day, -1), ...ids]);
}

/** Takes back terms that would only begin after what they hang on has ended. */
export async function dropTerms(tx: Tx, table: ClusterTermTable, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await tx.change(`DELETE FROM ${table} WHERE id IN (${ids.map(() => '?').join(', ')})`, ids);
}

/** Whether two people sit for one cluster on the same day. */
export async function sitTogether(rows: RowReader, first: string, second: string): Promise<boolean> {
  const found = await rows.rows(
    `SELECT a.id FROM cluster_delegates a JOIN cluster_delegates b ON b.cluster_id = a.cluster_id
       AND (b.valid_to IS NULL OR a.valid_from <= b.valid_to) AND (a.valid_to IS NULL OR b.valid_from <= a.valid_to)
     WHERE a.person_id = ? AND b.person_id = ?`,
    [first, second],
  );
  return found.length > 0;
}

/** Makes the delegations of one person those of another one, who is the same. */
export async function repointDelegates(tx: Tx, fromId: string, toId: string): Promise<void> {
  await tx.change('UPDATE cluster_delegates SET person_id = ? WHERE person_id = ?', [toId, fromId]);
}
