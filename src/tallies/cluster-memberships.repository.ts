// A projection over the clusters of another feature: it reads their tables and nothing else of them.
import type { ClusterMembership } from '../../workflows/tally';
import { inChunks, placeholders, type RowReader } from '../platform/persistence';

/** The clusters in which each unit counts, by the year in which their period ends: what `clustersOf` of the core gives. */
export const CLUSTERS = `SELECT DISTINCT unit_id, cluster_id, year FROM (
  SELECT m.unit_id, m.cluster_id, CAST(SUBSTR(c.ends_on, 1, 4) AS INTEGER) AS year, RANK() OVER (
    PARTITION BY m.unit_id, SUBSTR(c.ends_on, 1, 4)
    ORDER BY CASE WHEN m.valid_to IS NULL OR m.valid_to >= c.ends_on THEN '9999-12-31' ELSE m.valid_to END DESC
  ) AS place
  FROM cluster_members m JOIN clusters c ON c.id = m.cluster_id WHERE m.valid_from <= c.ends_on) ranked
  WHERE place = 1`;

/** How a cluster is called in a table. */
export interface ClusterName {
  readonly code: string;
  readonly name: string;
  readonly period: string;
}

const MOST_AT_ONCE = 500;

/** All memberships one by one, for the fold of the core: tallies are checked with it, never made with it. */
export function membershipsForFold(rows: RowReader): Promise<readonly ClusterMembership[]> {
  return rows.rows<ClusterMembership>(
    `SELECT m.cluster_id AS "clusterId", c.ends_on AS "endsOn", m.unit_id AS "unitId", m.valid_from AS "validFrom",
       m.valid_to AS "validTo"
     FROM cluster_members m JOIN clusters c ON c.id = m.cluster_id`,
  );
}

/** What these clusters are called, by id. */
export async function readClusterNames(
  rows: RowReader,
  ids: readonly string[],
): Promise<ReadonlyMap<string, ClusterName>> {
  const names = new Map<string, ClusterName>();
  for (const some of inChunks([...new Set(ids)], MOST_AT_ONCE)) {
    const found = await rows.rows<ClusterName & { readonly id: string }>(
      `SELECT id, code, name, period FROM clusters WHERE id IN ${placeholders(some.length)}`,
      some,
    );
    for (const { id, ...name } of found) names.set(id, name);
  }
  return names;
}
