import { insertRows, type RowReader, type Tx } from '../platform/persistence';
import type { Instant } from '../../workflows/kernel';
import { campaignKey } from './campaign-key';
import type { ResultCount } from './results';

/** When the numbers were computed, and from what. */
export interface Run {
  readonly computedAt: Instant;
  readonly source: string;
}

interface SourceRow {
  readonly count: number;
  readonly versions: number;
  readonly latest: string | null;
}

/**
 * A fingerprint of what results are counted from: any command on a pledge raises a version, and an amended plan its revision.
 * Read it before the numbers: if something changes in between, it no longer fits, and the numbers are made anew.
 */
export async function sourceOf(rows: RowReader, campaignId: string): Promise<string> {
  const [campaign] = await rows.rows<{ revision: number }>(
    'SELECT plan_revision AS "revision" FROM campaigns WHERE id = ?',
    [campaignId],
  );
  return `${await fingerprint(rows, campaignId)}, plan ${campaign?.revision ?? 'none'}`;
}

async function fingerprint(rows: RowReader, campaignId: string): Promise<string> {
  const [row] = await rows.rows<SourceRow>(
    `SELECT COUNT(*) AS "count", COALESCE(SUM(version), 0) AS "versions", MAX(updated_at) AS "latest"
     FROM pledges WHERE campaign_id = ?`,
    [campaignId],
  );
  return `pledges ${row?.count ?? 0} ${row?.versions ?? 0} ${row?.latest ?? 'never'}`;
}

/** The last run for a campaign, if there was one. */
export async function readRun(rows: RowReader, campaignId: string): Promise<Run | undefined> {
  const [run] = await rows.rows<Run>(
    'SELECT computed_at AS "computedAt", source FROM tally_runs WHERE campaign_key = ?',
    [campaignKey(campaignId)],
  );
  return run;
}

/** The counts of results of the last run. */
export function readResultCounts(rows: RowReader, campaignId: string): Promise<readonly ResultCount[]> {
  return rows.rows<ResultCount>('SELECT kind, key, status, count FROM tally_results WHERE campaign_key = ?', [
    campaignKey(campaignId),
  ]);
}

/** Puts the results of a campaign in the place of the older ones. */
export async function replaceResults(
  tx: Tx,
  campaignId: string,
  run: Run,
  results: readonly ResultCount[],
): Promise<void> {
  const key = campaignKey(campaignId);
  // First, so that a second run for the same campaign waits here and not half-way.
  await tx.change(
    `INSERT INTO tally_runs (campaign_key, computed_at, source) VALUES (?, ?, ?)
     ON CONFLICT (campaign_key) DO UPDATE SET computed_at = excluded.computed_at, source = excluded.source`,
    [key, run.computedAt, run.source],
  );
  await tx.change('DELETE FROM tally_results WHERE campaign_key = ?', [key]);
  await insertRows(
    tx,
    'tally_results',
    results.map((count) => ({ campaign_key: key, ...count })),
  );
}
