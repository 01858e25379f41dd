import type { Instant } from '../../workflows/kernel';
import type { SqlCondition } from '../platform/auth/scope';
import type { RowReader } from '../platform/persistence';
import { countCases } from './case-counts.repository';
import { countResults } from './results.repository';
import type { ResultCount } from './results';
import { readCaseCounts, readResultCounts, readRun, sourceOf } from './tallies.repository';
import type { StageCount } from './tally-of-counts';

/** Everything, where a condition is asked for. */
export const ALL: SqlCondition = { sql: '1 = 1', params: [] };

/** Numbers and the moment from which they are. */
export interface Numbers<Count> {
  readonly computedAt: Instant;
  readonly counts: readonly Count[];
}

/** The moment of the last run, if nothing that it counted has changed since. */
export async function currentSince(rows: RowReader, campaignId: string | null): Promise<Instant | undefined> {
  const run = await readRun(rows, campaignId);
  if (run === undefined) return undefined;
  return run.source === (await sourceOf(rows, campaignId)) ? run.computedAt : undefined;
}

/** The counts of all cases of a campaign: as they are kept, or anew by the same statement where those are out of date. */
export async function currentCases(
  rows: RowReader,
  campaignId: string | null,
  now: Instant,
): Promise<Numbers<StageCount>> {
  const since = await currentSince(rows, campaignId);
  return since === undefined
    ? { computedAt: now, counts: await countCases(rows, campaignId, ALL) }
    : { computedAt: since, counts: await readCaseCounts(rows, campaignId) };
}

/** The counts of all results of a campaign, likewise. */
export async function currentResults(rows: RowReader, campaignId: string, now: Instant): Promise<Numbers<ResultCount>> {
  const since = await currentSince(rows, campaignId);
  return since === undefined
    ? { computedAt: now, counts: await countResults(rows, campaignId, ALL) }
    : { computedAt: since, counts: await readResultCounts(rows, campaignId) };
}
