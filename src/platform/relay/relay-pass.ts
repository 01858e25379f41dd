import { Inject, Injectable } from '@nestjs/common';
import { addMilliseconds, millisecondsBetween, type Instant } from '../../../workflows/kernel';
import { Clock } from '../clock/clock.port';
import { Failpoints } from '../failpoints/failpoints';
import { Ids } from '../ids/ids.port';
import {
  claimDue,
  markDispatched,
  releaseClaims,
  releaseForgotten,
  type ClaimedJob,
} from '../persistence/outbox-relay-sql';
import { UnitOfWork, type Tx } from '../persistence/unit-of-work.port';
import { JobQueue } from '../queue/job-queue.port';
import { countInFlight, mendAfterClockWentBack, releaseAllOpen } from './open-jobs';
import { RelayLease } from './relay-lease';
import { RELAY_SETTINGS, type RelaySettings } from './relay-settings';

/** How a pass ended: so many jobs handed over, or another relay is at work. */
export type PassResult = { readonly isHolder: true; readonly moved: number } | { readonly isHolder: false };

/** Time between two looks for jobs that the queue, or the clock, left behind. */
const SWEEP_EVERY_MS = 60_000;

/** One pass of the relay: claim what is due, hand it to the queue, mark it. A crash between any two steps loses nothing. */
@Injectable()
export class RelayPass {
  private readonly workerId: string;
  private readonly lease: RelayLease;
  private sweptAt: Instant | undefined;

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly queue: JobQueue,
    private readonly clock: Clock,
    @Inject(RELAY_SETTINGS) private readonly settings: RelaySettings,
    private readonly failpoints: Failpoints,
    ids: Ids,
  ) {
    this.workerId = ids.next();
    this.lease = new RelayLease(this.workerId, settings.leaseMs);
  }

  /** Rejects when the database or the queue is out of reach; the jobs stay in the outbox. */
  async run(): Promise<PassResult> {
    const claimed = await this.claim();
    if (!claimed) return { isHolder: false };
    if (claimed.length === 0) return { isHolder: true, moved: 0 };
    this.failpoints.hit('relay.afterClaim');
    await this.handOver(claimed);
    this.failpoints.hit('relay.afterEnqueue');
    const ids = claimed.map(({ id }) => id);
    await this.unitOfWork.run((tx) => markDispatched(tx, ids, this.workerId, this.clock.now()));
    this.failpoints.hit('relay.afterMark');
    return { isHolder: true, moved: claimed.length };
  }

  /** Gives the lease back, so that the next relay need not wait for its end. */
  async resign(): Promise<void> {
    await this.unitOfWork.run((tx) => this.lease.release(tx));
  }

  /** Undefined when another relay holds the lease. */
  private async claim(): Promise<readonly ClaimedJob[] | undefined> {
    try {
      return await this.unitOfWork.run(async (tx) => {
        const now = this.clock.now();
        const state = await this.lease.hold(tx, now);
        if (state === 'elsewhere') return undefined;
        if (state === 'taken') await releaseAllOpen(tx);
        await this.sweep(tx, now);
        return this.claimSome(tx, now);
      });
    } catch (error) {
      this.lease.doubt();
      throw error;
    }
  }

  private async claimSome(tx: Tx, now: Instant): Promise<readonly ClaimedJob[]> {
    const room = this.settings.mostInFlight - (await countInFlight(tx));
    const limit = Math.min(room, this.settings.batchSize);
    return limit > 0 ? claimDue(tx, now, this.workerId, limit, this.settings.leaseMs) : [];
  }

  private async sweep(tx: Tx, now: Instant): Promise<void> {
    const age = this.sweptAt === undefined ? SWEEP_EVERY_MS : Math.abs(millisecondsBetween(this.sweptAt, now));
    if (age < SWEEP_EVERY_MS) return;
    this.sweptAt = now;
    await mendAfterClockWentBack(tx, now);
    await releaseForgotten(tx, addMilliseconds(now, -this.settings.forgottenAfterMs));
  }

  private async handOver(claimed: readonly ClaimedJob[]): Promise<void> {
    try {
      await this.queue.addMany(
        claimed.map(({ id, job, payload }) => ({ id, name: job, payload: JSON.parse(payload) as object })),
      );
    } catch (error) {
      await this.unitOfWork.run((tx) =>
        releaseClaims(
          tx,
          claimed.map(({ id }) => id),
        ),
      );
      throw error;
    }
  }
}
