import { foldText, type LocalDate } from '../../workflows/kernel';
import {
  insertRows,
  locking,
  placeholders,
  type RowLock,
  type RowReader,
  type SqlValue,
  type Tx,
} from '../platform/persistence';
import type { ClusterLeader, ClusterRef } from './cluster';

/** Columns of a ClusterRef by its names. */
export const CLUSTER = `id, code, name, period, period_type AS "periodType", starts_on AS "startsOn", ends_on AS "endsOn",
  unit_id AS "unitId", unit_path AS "unitPath", closed_on AS "closedOn"`;

/** Inserts a cluster at version 1; false when its code or its name is taken in that period. */
export async function insertCluster(tx: Tx, cluster: ClusterRef): Promise<boolean> {
  const row: Readonly<Record<string, SqlValue>> = {
    id: cluster.id,
    code: cluster.code,
    name: cluster.name,
    name_folded: foldText(cluster.name),
    period: cluster.period,
    period_type: cluster.periodType,
    starts_on: cluster.startsOn,
    ends_on: cluster.endsOn,
    unit_id: cluster.unitId,
    unit_path: cluster.unitPath,
    closed_on: cluster.closedOn,
    version: 1,
  };
  const names = Object.keys(row);
  const inserted = await tx.change(
    `INSERT INTO clusters (${names.join(', ')}) VALUES ${placeholders(names.length)} ON CONFLICT DO NOTHING`,
    Object.values(row),
  );
  return inserted === 1;
}

/** Counts one more change of a cluster. First of all, so that changes of one cluster come one after another. */
export async function takeCluster(tx: Tx, id: string): Promise<void> {
  await tx.change('UPDATE clusters SET version = version + 1 WHERE id = ?', [id]);
}

/** A cluster by its id, with a lock where it must stay as it is. */
export async function readCluster(rows: RowReader, id: string, lock?: RowLock): Promise<ClusterRef | undefined> {
  const [cluster] = await rows.rows<ClusterRef>(`SELECT ${CLUSTER} FROM clusters WHERE id = ?${locking(rows, lock)}`, [
    id,
  ]);
  return cluster;
}

/** Closes a cluster. */
export async function closeCluster(tx: Tx, id: string, on: LocalDate): Promise<void> {
  await tx.change('UPDATE clusters SET closed_on = ? WHERE id = ?', [on, id]);
}

/** Notes whom the conference has elected. */
export function insertLeaders(tx: Tx, leaders: readonly ClusterLeader[]): Promise<void> {
  return insertRows(
    tx,
    'cluster_leaders',
    leaders.map(({ clusterId, unitId, place, votes, of, reviewId, itemId }) => ({
      ...{ cluster_id: clusterId, unit_id: unitId, place, votes, of_votes: of, review_id: reviewId, item_id: itemId },
    })),
  );
}

/** The elected leaders of a cluster, most votes first. */
export function readLeaders(rows: RowReader, clusterId: string): Promise<ClusterLeader[]> {
  return rows.rows<ClusterLeader>(
    `SELECT cluster_id AS "clusterId", unit_id AS "unitId", place, votes, of_votes AS "of", review_id AS "reviewId",
       item_id AS "itemId"
     FROM cluster_leaders WHERE cluster_id = ? ORDER BY place, unit_id`,
    [clusterId],
  );
}
