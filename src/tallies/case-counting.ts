import type { Instant } from '../../workflows/kernel';
import type { TallyRow } from '../../workflows/tally';
import type { SqlCondition } from '../platform/auth/scope';
import { ConcurrencyError } from '../platform/errors/platform.errors';
import { placeholders, type RowReader, type Tx } from '../platform/persistence';
import { campaignKey, ofCampaign } from './campaign-key';
import { TALLY_AXES } from './case-stages';
import { countChanges } from './count-changes';
import { addToCounters, replaceCounters, takeMark } from './counters.repository';
import { countGroups } from './groups.repository';
import { tallyRowOf } from './ledger-row';
import {
  ledgerIsWithin,
  readLedger,
  readLedgerOfSubjects,
  readPlaces,
  renewLedger,
  type CasePlace,
} from './ledger.repository';
import { countsOfTally, tallyOfGroups, type StageCount } from './tally-of-counts';

/** Cases counted in one transaction: as many as a decision has at most. */
export const MOST_CASES = 5_000;

/**
 * How many cases of a campaign are counted from the beginning in the time in which one change is: a change is folded
 * twice with all else of its subject, while the whole is one statement for each axis (170,000 cases a second).
 */
const WHOLE_PER_CHANGE = 20;

/**
 * Counts these cases as they are now, at most `MOST_CASES`, in the transaction it is given: what they were counted as is
 * taken away, what they are is added. Twice changes nothing. A campaign that was never counted is counted whole, and the
 * numbers of one in which much has changed are made anew, which gives the same numbers sooner.
 */
export async function countCases(tx: Tx, caseIds: readonly string[], at: Instant): Promise<void> {
  if (caseIds.length === 0) return;
  const known = new Map<string, boolean>();
  // In one order, so that two who count in the same campaigns wait for each other and never in a circle.
  for (const key of keysOf(await placesOf(tx, caseIds))) known.set(key, await takeMark(tx, key, at));
  const places = await placesOf(tx, caseIds);
  const keys = keysOf(places);
  if (keys.some((key) => !known.has(key))) throw new ConcurrencyError('tally_marks');
  const counted = keys.filter((key) => known.get(key) === true);
  const much = await muchChanged(tx, counted, caseIds.length);
  const few = counted.filter((key) => !much.includes(key));
  const before = await rowsOf(tx, few, places);
  await renewLedger(tx, { sql: `a.id IN ${placeholders(caseIds.length)}`, params: caseIds });
  const after = await rowsOf(tx, few, places);
  for (const key of few) await addToCounters(tx, key, countChanges(before.get(key) ?? [], after.get(key) ?? []));
  for (const key of much) await replaceCounters(tx, key, await countsOf(tx, key));
  for (const key of keys.filter((each) => !counted.includes(each))) await countWhole(tx, key);
}

/** Counts a campaign, or all cases outside campaigns, from the beginning: what the sum of all changes must be. */
export async function recount(tx: Tx, campaignId: string | null, at: Instant): Promise<void> {
  await takeMark(tx, campaignKey(campaignId), at);
  await countWhole(tx, campaignKey(campaignId));
}

/** Every number of these cases, on all axes. */
export async function allCounts(rows: RowReader, among: SqlCondition): Promise<readonly StageCount[]> {
  const counts: StageCount[] = [];
  for (const axis of TALLY_AXES) {
    const perTier = await countGroups(rows, { axis, by: ['year', 'tier', 'subjectKind'] }, among);
    const overAll = await countGroups(rows, { axis, by: ['year', 'subjectKind'] }, among);
    counts.push(...countsOfTally(tallyOfGroups(axis, perTier, overAll)));
  }
  return counts;
}

async function countWhole(tx: Tx, key: string): Promise<void> {
  const { sql, params } = ofCampaign(key === campaignKey(null) ? null : key);
  await renewLedger(tx, { sql: `a.${sql}`, params });
  await replaceCounters(tx, key, await countsOf(tx, key));
}

/** Every number of what the ledger has of a campaign. */
function countsOf(tx: Tx, key: string): Promise<readonly StageCount[]> {
  return allCounts(tx, { sql: 't.campaign_key = ?', params: [key] });
}

/** The campaigns of which so many changes are so large a part that all is counted sooner. */
async function muchChanged(tx: Tx, keys: readonly string[], changes: number): Promise<readonly string[]> {
  const much: string[] = [];
  for (const key of keys) {
    if (await ledgerIsWithin(tx, key, changes * WHOLE_PER_CHANGE)) much.push(key);
  }
  return much;
}

/** Where these cases were counted and where they are to be counted. */
async function placesOf(tx: Tx, caseIds: readonly string[]): Promise<readonly CasePlace[]> {
  return [...(await readPlaces(tx, caseIds)), ...(await readLedger(tx, caseIds))];
}

function keysOf(places: readonly CasePlace[]): readonly string[] {
  return [...new Set(places.map((place) => place.campaignKey))].sort();
}

async function rowsOf(
  tx: Tx,
  keys: readonly string[],
  places: readonly CasePlace[],
): Promise<ReadonlyMap<string, readonly TallyRow[]>> {
  const found = new Map<string, readonly TallyRow[]>();
  for (const key of keys) {
    const subjects = new Set(places.filter((place) => place.campaignKey === key).map(({ subjectId }) => subjectId));
    found.set(key, (await readLedgerOfSubjects(tx, key, [...subjects])).map(tallyRowOf));
  }
  return found;
}
