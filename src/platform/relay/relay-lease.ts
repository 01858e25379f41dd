import { addMilliseconds, millisecondsBetween, type Instant } from '../../../workflows/kernel';
import { releaseLease, takeLease } from '../persistence/leases';
import type { Tx } from '../persistence/unit-of-work.port';

const LEASE = 'relay';

/** What a relay knows of the lease after asking. */
export type LeaseState = 'taken' | 'kept' | 'elsewhere';

/** The lease that admits one relay for one database, and its heartbeat. */
export class RelayLease {
  private heldAt: Instant | undefined;

  constructor(
    private readonly holder: string,
    private readonly leaseMs: number,
  ) {}

  /** Takes or prolongs the lease when it is time to: well before it ends, and whenever the clock went backwards. */
  async hold(tx: Tx, now: Instant): Promise<LeaseState> {
    const wasHeld = this.heldAt !== undefined;
    if (this.heldAt !== undefined && isFresh(this.heldAt, now, this.leaseMs)) return 'kept';
    await this.voidImpossible(tx, now);
    const isHeld = await takeLease(tx, LEASE, this.holder, now, this.leaseMs);
    this.heldAt = isHeld ? now : undefined;
    if (!isHeld) return 'elsewhere';
    return wasHeld ? 'kept' : 'taken';
  }

  /** Forgets that it holds the lease, when the unit of work that took it did not commit. */
  doubt(): void {
    this.heldAt = undefined;
  }

  async release(tx: Tx): Promise<void> {
    this.heldAt = undefined;
    await releaseLease(tx, LEASE, this.holder);
  }

  /**
   * A lease that ends later than any holder could ask for was taken while the clock was ahead. Its holder may be gone,
   * and nothing would be relayed until then. Twice the term, so that clocks of two machines may differ a little.
   */
  private async voidImpossible(tx: Tx, now: Instant): Promise<void> {
    await tx.change('DELETE FROM leases WHERE name = ? AND expires_at > ?', [
      LEASE,
      addMilliseconds(now, 2 * this.leaseMs),
    ]);
  }
}

function isFresh(heldAt: Instant, now: Instant, leaseMs: number): boolean {
  const age = millisecondsBetween(heldAt, now);
  return age >= 0 && age < leaseMs / 3;
}
