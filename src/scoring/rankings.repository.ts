import type { Instant } from '../../workflows/kernel';
import { sha256 } from '../platform/crypto/sha256';
import { insertRows, type RowReader, type Tx } from '../platform/persistence';

/** A published ranking. */
export interface StoredRanking {
  readonly id: string;
  readonly clusterId: string;
  readonly revision: number;
  readonly content: string;
  readonly reason: string | null;
  readonly publishedAt: Instant;
}

const RANKING = 'id, cluster_id AS "clusterId", revision, content, reason, published_at AS "publishedAt"';

/** Writes a ranking, which is never changed. */
export async function insertRanking(tx: Tx, ranking: StoredRanking): Promise<void> {
  const { id, clusterId, revision, content, reason, publishedAt } = ranking;
  await insertRows(tx, 'rankings', [
    { id, cluster_id: clusterId, revision, content, content_hash: sha256(content), reason, published_at: publishedAt },
  ]);
}

/** The newest published ranking of a cluster, or the one of a number. */
export async function readRanking(
  rows: RowReader,
  clusterId: string,
  revision?: number,
): Promise<StoredRanking | undefined> {
  const [found] = await rows.rows<StoredRanking>(
    `SELECT ${RANKING} FROM rankings WHERE cluster_id = ?${revision === undefined ? '' : ' AND revision = ?'}
     ORDER BY revision DESC LIMIT 1`,
    [clusterId, ...(revision === undefined ? [] : [revision])],
  );
  return found;
}
