import { insertRows, type RowReader, type Tx } from '../platform/persistence';
import type { Instant } from '../../workflows/kernel';
import { campaignKey, ofCampaign } from './campaign-key';
import type { ResultCount } from './results';
import type { StageCount } from './tally-of-counts';

/** Everything that is counted for a campaign. */
export interface TallyNumbers {
  readonly cases: readonly StageCount[];
  readonly results: readonly ResultCount[];
}

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
 * A fingerprint of what a tally counts: any command on a case or a pledge raises a version, and an amended plan its revision.
 * Read it before the numbers: if something changes in between, it no longer fits, and the numbers are made anew.
 */
export async function sourceOf(rows: RowReader, campaignId: string | null): Promise<string> {
  const cases = await fingerprint(rows, 'award_cases', campaignId);
  if (campaignId === null) return cases;
  const [campaign] = await rows.rows<{ revision: number }>(
    'SELECT plan_revision AS "revision" FROM campaigns WHERE id = ?',
    [campaignId],
  );
  return `${cases}, ${await fingerprint(rows, 'pledges', campaignId)}, plan ${campaign?.revision ?? 'none'}`;
}

async function fingerprint(rows: RowReader, table: string, campaignId: string | null): Promise<string> {
  const { sql, params } = ofCampaign(campaignId);
  const [row] = await rows.rows<SourceRow>(
    `SELECT COUNT(*) AS "count", COALESCE(SUM(version), 0) AS "versions", MAX(updated_at) AS "latest"
     FROM ${table} WHERE ${sql}`,
    params,
  );
  return `${table} ${row?.count ?? 0} ${row?.versions ?? 0} ${row?.latest ?? 'never'}`;
}

/** The last run for a campaign, if there was one. */
export async function readRun(rows: RowReader, campaignId: string | null): Promise<Run | undefined> {
  const [run] = await rows.rows<Run>(
    'SELECT computed_at AS "computedAt", source FROM tally_runs WHERE campaign_key = ?',
    [campaignKey(campaignId)],
  );
  return run;
}

/** The counts of cases of the last run. */
export function readCaseCounts(rows: RowReader, campaignId: string | null): Promise<readonly StageCount[]> {
  return rows.rows<StageCount>(
    `SELECT axis, year, tier, family, subject_kind AS "subjectKind", stage, awards, heads, CAST(money AS TEXT) AS "money"
     FROM tally_rows WHERE campaign_key = ?`,
    [campaignKey(campaignId)],
  );
}

/** The counts of results of the last run. */
export function readResultCounts(rows: RowReader, campaignId: string): Promise<readonly ResultCount[]> {
  return rows.rows<ResultCount>('SELECT kind, key, status, count FROM tally_results WHERE campaign_key = ?', [
    campaignKey(campaignId),
  ]);
}

/** Puts the numbers of a campaign in the place of the older ones. */
export async function replaceNumbers(
  tx: Tx,
  campaignId: string | null,
  run: Run,
  { cases, results }: TallyNumbers,
): Promise<void> {
  const key = campaignKey(campaignId);
  // First, so that a second run for the same campaign waits here and not half-way.
  await tx.change(
    `INSERT INTO tally_runs (campaign_key, computed_at, source) VALUES (?, ?, ?)
     ON CONFLICT (campaign_key) DO UPDATE SET computed_at = excluded.computed_at, source = excluded.source`,
    [key, run.computedAt, run.source],
  );
  await tx.change('DELETE FROM tally_rows WHERE campaign_key = ?', [key]);
  await tx.change('DELETE FROM tally_results WHERE campaign_key = ?', [key]);
  await insertRows(
    tx,
    'tally_rows',
    cases.map(({ subjectKind, ...count }) => ({ campaign_key: key, ...count, subject_kind: subjectKind })),
  );
  await insertRows(
    tx,
    'tally_results',
    results.map((count) => ({ campaign_key: key, ...count })),
  );
}
