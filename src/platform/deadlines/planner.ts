import { Inject, Injectable } from '@nestjs/common';
import { addMilliseconds, MS_PER_HOUR, type Instant } from '../../../workflows/kernel';
import { Failpoints } from '../failpoints/failpoints';
import { DeadlinePasser } from './deadline-passer';
import { OccurrencePlanner } from './occurrence-planner';
import { OccurrenceReleaser } from './occurrence-releaser';
import { TermRecounter } from './term-recounter';

/** What a tick did. */
export interface TickResult {
  /** Occurrences planned. */
  readonly planned: number;
  /** Occurrences handed to the job that tells. */
  readonly queued: number;
  /** Occurrences not told: missed, superseded, replaced. The row says which. */
  readonly skipped: number;
  /** Deadlines passed. */
  readonly passed: number;
}

/** Token of the PlannerSettings. */
export const PLANNER_SETTINGS = Symbol('PlannerSettings');

/** How far ahead the planner looks. */
export interface PlannerSettings {
  readonly horizonHours: number;
}

/**
 * Watches the deadlines. Everything it knows is in rows, each step is one transaction, and repeating a step changes
 * nothing: it may be stopped at any moment, run late or twice, and the clock may jump.
 */
@Injectable()
export class Planner {
  private lastTick: Instant | undefined;

  constructor(
    @Inject(PLANNER_SETTINGS) private readonly settings: PlannerSettings,
    private readonly occurrences: OccurrencePlanner,
    private readonly releaser: OccurrenceReleaser,
    private readonly passer: DeadlinePasser,
    private readonly failpoints: Failpoints,
    private readonly recounter: TermRecounter,
  ) {}

  /** Plans ahead, hands over what is due, passes deadlines that are over. One tick at a time. */
  async tick(now: Instant): Promise<TickResult> {
    // Other days off are read at the start only.
    if (this.lastTick === undefined) await this.recounter.schedule(now);
    if (this.lastTick === undefined || now < this.lastTick) await this.occurrences.lookAgain(now);
    this.lastTick = now;
    const planned = await this.planAhead(now);
    const { queued, skipped } = await this.release(now);
    const passed = await this.pass(now);
    return { planned, queued, skipped, passed };
  }

  private async planAhead(now: Instant): Promise<number> {
    const horizon = addMilliseconds(now, this.settings.horizonHours * MS_PER_HOUR);
    let planned = 0;
    for (let isMore = true; isMore;) {
      const batch = await this.occurrences.planBatch(now, horizon);
      if (batch.planned > 0) this.failpoints.hit('planner.afterOccurrence');
      planned += batch.planned;
      isMore = batch.isMore;
    }
    return planned;
  }

  private async release(now: Instant): Promise<{ queued: number; skipped: number }> {
    let [queued, skipped] = [0, 0];
    for (let isMore = true; isMore;) {
      const batch = await this.releaser.releaseBatch(now);
      queued += batch.queued;
      skipped += batch.skipped;
      isMore = batch.isMore;
    }
    return { queued, skipped };
  }

  private async pass(now: Instant): Promise<number> {
    let passed = 0;
    for (let isMore = true; isMore;) {
      const batch = await this.passer.passBatch(now);
      passed += batch.passed;
      isMore = batch.isMore;
    }
    return passed;
  }
}
