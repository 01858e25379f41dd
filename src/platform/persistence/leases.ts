import { addMilliseconds, type Instant } from '../../../workflows/kernel';
import type { Tx } from './unit-of-work.port';

/** Takes a lease for so many milliseconds, or prolongs it for its holder; false while somebody else holds it. */
export async function takeLease(tx: Tx, name: string, holder: string, now: Instant, ttlMs: number): Promise<boolean> {
  const changed = await tx.change(
    `INSERT INTO leases (name, holder, expires_at) VALUES (?, ?, ?)
     ON CONFLICT (name) DO UPDATE SET holder = excluded.holder, expires_at = excluded.expires_at
     WHERE leases.holder = excluded.holder OR leases.expires_at <= ?`,
    [name, holder, addMilliseconds(now, ttlMs), now],
  );
  return changed > 0;
}

/** Gives a lease back, so that the next one need not wait; nothing when somebody else holds it. */
export async function releaseLease(tx: Tx, name: string, holder: string): Promise<void> {
  await tx.change('DELETE FROM leases WHERE name = ? AND holder = ?', [name, holder]);
}
