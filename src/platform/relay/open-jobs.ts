import { addMilliseconds, type Instant } from '../../../workflows/kernel';
import type { Tx } from '../persistence/unit-of-work.port';
import { MAX_BACK_OFF_MS } from '../queue/job-policy';

/** How many jobs the queue has: handed over, neither done nor dead. */
export async function countInFlight(tx: Tx): Promise<number> {
  const [row] = await tx.rows<{ count: number }>(
    `SELECT COUNT(*) AS count FROM outbox
     WHERE dispatched_at IS NOT NULL AND done_at IS NULL AND dead_at IS NULL`,
  );
  return row?.count ?? 0;
}

/**
 * Makes every job pending again that an earlier relay had claimed or handed over and that is not done; answers how many.
 * For a relay that has just taken over: what the old one had in memory is gone, and a queue that still has a job
 * takes no second copy of it.
 */
export function releaseAllOpen(tx: Tx): Promise<number> {
  return tx.change(
    `UPDATE outbox SET dispatched_at = NULL, claimed_at = NULL, claimed_by = NULL
     WHERE done_at IS NULL AND dead_at IS NULL AND (dispatched_at IS NOT NULL OR claimed_at IS NOT NULL)`,
  );
}

/**
 * Mends what was written while the clock was ahead, once it went back, and would else wait until it is there again:
 * jobs that were to be done at once, tries of failed ones, and jobs handed over then that may have been forgotten since.
 */
export async function mendAfterClockWentBack(tx: Tx, now: Instant): Promise<void> {
  await tx.change(
    `UPDATE outbox SET available_at = ?
     WHERE dispatched_at IS NULL AND available_at > ?
       AND (created_at = available_at OR (attempts > 0 AND available_at > ?))`,
    [now, now, addMilliseconds(now, MAX_BACK_OFF_MS)],
  );
  await tx.change(
    `UPDATE outbox SET dispatched_at = NULL, claimed_at = NULL, claimed_by = NULL
     WHERE dispatched_at > ? AND done_at IS NULL AND dead_at IS NULL`,
    [now],
  );
}
