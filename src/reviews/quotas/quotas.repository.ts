import type { QuotaFacts, ReviewContext } from '../../../workflows/review';
import { ConcurrencyError } from '../../platform/errors/platform.errors';
import type { KeysetSql } from '../../platform/http/pages/keyset-page';
import {
  insertRows,
  locking,
  placeholders,
  UniqueViolationError,
  type RowLock,
  type RowReader,
  type Tx,
} from '../../platform/persistence';
import type { QuotaEntryRow, QuotaEntryState, QuotaRow } from './quota';

/** Columns of a QuotaRow by its names. */
export const QUOTA = `id, council_id AS "councilId", campaign_id AS "campaignId", tier, places, tie,
  woman_first AS "womanFirst", open_key AS "openKey", unit_id AS "unitId", unit_path AS "unitPath"`;

const ENTRY = `item_id AS "itemId", quota_id AS "quotaId", review_id AS "reviewId", case_id AS "caseId", state,
  place_number AS "placeNumber", waiting_number AS "waitingNumber"`;

/** Inserts a quota; false when its council has an open one for the tier. */
export async function insertQuota(tx: Tx, quota: QuotaRow): Promise<boolean> {
  const values = [
    quota.id,
    quota.councilId,
    quota.campaignId,
    quota.tier,
    quota.places,
    quota.tie,
    quota.womanFirst,
    quota.openKey,
    quota.unitId,
    quota.unitPath,
  ];
  const inserted = await tx.change(
    `INSERT INTO review_quotas
       (id, council_id, campaign_id, tier, places, tie, woman_first, open_key, unit_id, unit_path)
     VALUES ${placeholders(values.length)} ON CONFLICT DO NOTHING`,
    values,
  );
  return inserted === 1;
}

/** One quota, held for a change where a lock is asked for. */
export async function readQuota(rows: RowReader, id: string, lock?: RowLock): Promise<QuotaRow | undefined> {
  const [quota] = await rows.rows<QuotaRow>(`SELECT ${QUOTA} FROM review_quotas WHERE id = ?${locking(rows, lock)}`, [
    id,
  ]);
  return quota;
}

/** The ledger of a quota: places first, then the waiting list, then who is out. */
export function readEntries(rows: RowReader, quotaId: string): Promise<QuotaEntryRow[]> {
  return rows.rows<QuotaEntryRow>(
    `SELECT ${ENTRY} FROM review_quota_entries WHERE quota_id = ?
     ORDER BY COALESCE(place_number, 1000000), COALESCE(waiting_number, 1000000), item_id`,
    [quotaId],
  );
}

/** The order of a ledger as a text of nine digits: places first, then the waiting list, then who is out. */
export const ENTRY_ORDER =
  'CAST(100000000 + COALESCE(place_number, 10000000 + COALESCE(waiting_number, 10000000)) AS TEXT)';

/** A part of the ledger of a quota, each line with what it is sorted by. */
export function readEntriesOf(
  rows: RowReader,
  quotaId: string,
  { where, orderBy, limit }: KeysetSql,
): Promise<(QuotaEntryRow & { readonly sortKey: string })[]> {
  return rows.rows(
    `SELECT ${ENTRY}, ${ENTRY_ORDER} AS "sortKey" FROM review_quota_entries
     WHERE quota_id = ? AND ${where.sql} ORDER BY ${orderBy} LIMIT ${limit}`,
    [quotaId, ...where.params],
  );
}

/** Lines of the ledger that come from one round, by item. */
export async function entriesOfReview(
  rows: RowReader,
  reviewId: string,
): Promise<ReadonlyMap<string, QuotaEntryState>> {
  const found = await rows.rows<{ itemId: string; state: QuotaEntryState }>(
    `SELECT item_id AS "itemId", state FROM review_quota_entries WHERE review_id = ?`,
    [reviewId],
  );
  return new Map(found.map(({ itemId, state }) => [itemId, state]));
}

/** The open quotas of these keys, as their ledgers stand, by key. */
export async function quotasFor(
  rows: RowReader,
  openKeys: readonly string[],
  lock?: RowLock,
): Promise<ReadonlyMap<string, QuotaFacts>> {
  if (openKeys.length === 0) return new Map();
  const quotas = await rows.rows<QuotaRow>(
    `SELECT ${QUOTA} FROM review_quotas WHERE open_key IN ${placeholders(openKeys.length)}
     ORDER BY id${locking(rows, lock)}`,
    openKeys,
  );
  if (quotas.length === 0) return new Map();
  const entries = await rows.rows<QuotaEntryRow>(
    `SELECT ${ENTRY} FROM review_quota_entries WHERE quota_id IN ${placeholders(quotas.length)}`,
    quotas.map(({ id }) => id),
  );
  return new Map(
    quotas.map((quota) => [
      quota.openKey ?? '',
      factsOf(
        quota,
        entries.filter(({ quotaId }) => quotaId === quota.id),
      ),
    ]),
  );
}

/** Writes the places of a round into the ledgers. Throws ConcurrencyError when another round took one a moment before. */
export async function insertEntries(tx: Tx, reviewId: string, { places, items }: ReviewContext): Promise<void> {
  const rows = Object.entries(places ?? {}).map(([itemId, { quotaId, number, waiting }]) => ({
    item_id: itemId,
    quota_id: quotaId,
    review_id: reviewId,
    case_id: items[itemId]?.caseId ?? '',
    state: number === null ? 'waiting' : 'placed',
    place_number: number,
    waiting_number: waiting,
  }));
  try {
    await insertRows(tx, 'review_quota_entries', rows);
  } catch (error) {
    throw error instanceof UniqueViolationError ? new ConcurrencyError('The quota', { cause: error }) : error;
  }
}

/** Takes lines out of the places and the waiting list. */
export async function endEntries(tx: Tx, itemIds: readonly string[], state: 'freed' | 'ended'): Promise<void> {
  if (itemIds.length === 0) return;
  await tx.change(
    `UPDATE review_quota_entries SET state = ?, place_number = NULL, waiting_number = NULL
     WHERE item_id IN ${placeholders(itemIds.length)}`,
    [state, ...itemIds],
  );
}

/** Gives a place to who waited. */
export async function placeEntry(tx: Tx, itemId: string, placeNumber: number): Promise<void> {
  await tx.change(
    `UPDATE review_quota_entries SET state = 'placed', place_number = ?, waiting_number = NULL WHERE item_id = ?`,
    [placeNumber, itemId],
  );
}

/** Closes a quota: its key is free for another one. */
export async function closeQuota(tx: Tx, id: string): Promise<void> {
  await tx.change('UPDATE review_quotas SET open_key = NULL WHERE id = ?', [id]);
}

function factsOf({ id, tier, places, tie, womanFirst }: QuotaRow, entries: readonly QuotaEntryRow[]): QuotaFacts {
  const taken = new Set(entries.map(({ placeNumber }) => placeNumber));
  const numbers = Array.from({ length: places }, (_, index) => index + 1);
  return {
    quotaId: id,
    tier,
    freeNumbers: numbers.filter((number) => !taken.has(number)),
    nextWaiting: Math.max(0, ...entries.map(({ waitingNumber }) => waitingNumber ?? 0)) + 1,
    tie,
    womanFirst: womanFirst === 1,
  };
}
