import { addMilliseconds, type Instant } from '../../../workflows/kernel';
import { placeholders } from './placeholders';
import type { Dialect, SqlValue, Tx } from './unit-of-work.port';

/** A job that a relay has claimed and is about to hand to the queue. */
export interface ClaimedJob {
  readonly id: string;
  readonly job: string;
  /** Canonical JSON. */
  readonly payload: string;
  /** How often the queue took it before. */
  readonly attempts: number;
  readonly availableAt: Instant;
}

/**
 * Claims due jobs for a worker, the longest due first. No other worker gets them for `leaseMs` milliseconds:
 * then a claim that led to nothing is void.
 */
export async function claimDue(
  tx: Tx,
  now: Instant,
  workerId: string,
  limit: number,
  leaseMs: number,
): Promise<ClaimedJob[]> {
  const claimed = await tx.rows<ClaimedJob>(CLAIM[tx.dialect], [
    now,
    workerId,
    now,
    addMilliseconds(now, -leaseMs),
    limit,
  ]);
  // RETURNING promises no order.
  return claimed.sort((a, b) => compare(a.availableAt, b.availableAt) || compare(a.id, b.id));
}

/**
 * Says that the queue took jobs that this worker had claimed; answers how many. A job that was done or failed before
 * the mark came is left as it is.
 */
export async function markDispatched(tx: Tx, ids: readonly string[], workerId: string, now: Instant): Promise<number> {
  if (ids.length === 0) return 0;
  return tx.change(
    `UPDATE outbox SET dispatched_at = ?, attempts = attempts + 1
     WHERE id IN ${placeholders(ids.length)} AND claimed_by = ? AND dispatched_at IS NULL`,
    [now, ...ids, workerId],
  );
}

/** Gives claims back at once, when the queue did not take the jobs. */
export async function releaseClaims(tx: Tx, ids: readonly string[]): Promise<number> {
  if (ids.length === 0) return 0;
  return tx.change(
    `UPDATE outbox SET claimed_at = NULL, claimed_by = NULL
     WHERE id IN ${placeholders(ids.length)} AND dispatched_at IS NULL`,
    ids,
  );
}

/** Says that a job is done; false when it was already. */
export async function markDone(tx: Tx, id: string, now: Instant): Promise<boolean> {
  // Also when the worker was faster than the relay's mark: a done job is never handed over again.
  const changed = await tx.change(
    'UPDATE outbox SET done_at = ?, dispatched_at = COALESCE(dispatched_at, ?) WHERE id = ? AND done_at IS NULL',
    [now, now, id],
  );
  return changed > 0;
}

/** What becomes of a job that failed. */
export type AfterFailure = { readonly retryAt: Instant } | { readonly deadAt: Instant };

/** Says that a job failed: it is due again at `retryAt`, or given up at `deadAt` and kept for somebody to look at. */
export async function markFailed(tx: Tx, id: string, error: string, after: AfterFailure): Promise<void> {
  const [change, params]: [string, SqlValue[]] =
    'retryAt' in after
      ? ['available_at = ?, dispatched_at = NULL, claimed_at = NULL, claimed_by = NULL', [after.retryAt]]
      : ['dead_at = ?, dispatched_at = COALESCE(dispatched_at, ?)', [after.deadAt, after.deadAt]];
  // A worker may be faster than the relay's mark, which then counts nothing.
  const counted = 'attempts = attempts + CASE WHEN dispatched_at IS NULL THEN 1 ELSE 0 END';
  await tx.change(
    `UPDATE outbox SET last_error = ?, ${counted}, ${change} WHERE id = ? AND done_at IS NULL AND dead_at IS NULL`,
    [error, ...params, id],
  );
}

/**
 * Makes jobs pending again that were handed over before an instant and have not been done since: their queue forgot them
 * or their worker died. Answers how many. Handlers are safe to run twice.
 */
export function releaseForgotten(tx: Tx, dispatchedBefore: Instant): Promise<number> {
  return tx.change(
    `UPDATE outbox SET dispatched_at = NULL, claimed_at = NULL, claimed_by = NULL
     WHERE dispatched_at < ? AND done_at IS NULL AND dead_at IS NULL`,
    [dispatchedBefore],
  );
}

/** Deletes jobs that were done before an instant; answers how many. Dead ones stay. */
export function purgeDone(tx: Tx, doneBefore: Instant): Promise<number> {
  return tx.change('DELETE FROM outbox WHERE done_at < ?', [doneBefore]);
}

const DUE = `SELECT id FROM outbox
  WHERE dispatched_at IS NULL AND available_at <= ? AND (claimed_at IS NULL OR claimed_at <= ?)
  ORDER BY available_at, id LIMIT ?`;

const CLAIMED = 'outbox.id, outbox.job, outbox.payload, outbox.attempts, outbox.available_at AS "availableAt"';

/**
 * SQLite has one writer, so that one UPDATE is atomic against all others. On PostgreSQL two workers would choose the same
 * rows and one would wait for the other; SKIP LOCKED gives each its own.
 */
const CLAIM: Readonly<Record<Dialect, string>> = {
  sqlite: `UPDATE outbox SET claimed_at = ?, claimed_by = ? WHERE id IN (${DUE}) RETURNING ${CLAIMED}`,
  postgres: `UPDATE outbox SET claimed_at = ?, claimed_by = ? WHERE id = ANY (ARRAY(${DUE} FOR UPDATE SKIP LOCKED))
    RETURNING ${CLAIMED}`,
};

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
