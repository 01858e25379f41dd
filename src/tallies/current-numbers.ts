import type { Instant } from '../../workflows/kernel';
import type { TallyAxis } from '../../workflows/tally';
import type { SqlCondition } from '../platform/auth/scope';
import type { RowReader } from '../platform/persistence';
import { campaignKey } from './campaign-key';
import { readCounters, readMark } from './counters.repository';
import { readResultCounts, readRun, sourceOf } from './kept-results.repository';
import { countResults } from './results.repository';
import type { ResultCount } from './results';
import type { StageCount } from './tally-of-counts';

/** Everything, where a condition is asked for. */
export const ALL: SqlCondition = { sql: '1 = 1', params: [] };

/** Numbers and the moment from which they are. */
export interface Numbers<Count> {
  readonly computedAt: Instant;
  readonly counts: readonly Count[];
}

/** The numbers of a campaign on one axis as they were counted last: none while nothing was submitted. */
export async function keptCases(
  rows: RowReader,
  { campaignId, axis }: { readonly campaignId: string | null; readonly axis: TallyAxis },
  now: Instant,
): Promise<Numbers<StageCount>> {
  const key = campaignKey(campaignId);
  const countedAt = await readMark(rows, key);
  return { computedAt: countedAt ?? now, counts: await readCounters(rows, key, axis) };
}

/** The moment of the last run over results, if nothing that it counted has changed since. */
export async function resultsSince(rows: RowReader, campaignId: string): Promise<Instant | undefined> {
  const run = await readRun(rows, campaignId);
  if (run === undefined) return undefined;
  return run.source === (await sourceOf(rows, campaignId)) ? run.computedAt : undefined;
}

/** The counts of all results of a campaign: as they are kept, or anew by the same statement where those are out of date. */
export async function currentResults(rows: RowReader, campaignId: string, now: Instant): Promise<Numbers<ResultCount>> {
  const since = await resultsSince(rows, campaignId);
  return since === undefined
    ? { computedAt: now, counts: await countResults(rows, campaignId, ALL) }
    : { computedAt: since, counts: await readResultCounts(rows, campaignId) };
}
