import type { Instant } from '../../workflows/kernel';
import { TimeStandsStillError } from './rehearsal.errors';
import type { WorldTime } from './world/rehearsal-world';

/** Work that is done may make more due at the same moment; more often than this it never ends. */
const MOST_AT_ONE_MOMENT = 20;

/**
 * Moves the clock on from one moment at which something is due to the next, and does what is due there. A jump would
 * do it too, but late: nobody would be reminded at the hour that the rule names.
 */
export class TimeWalk {
  constructor(
    private readonly time: WorldTime,
    /** Heard after the work of each moment. */
    private readonly onMoment: () => Promise<void>,
  ) {}

  /** Goes to a moment, which is not earlier than the present. Throws TimeStandsStillError. */
  async to(target: Instant): Promise<void> {
    let times = 0;
    for (let next = await this.time.next(); next !== undefined && next <= target; next = await this.time.next()) {
      times = next > this.time.now() ? 1 : times + 1;
      if (times > MOST_AT_ONE_MOMENT) throw new TimeStandsStillError(this.time.now());
      if (next > this.time.now()) this.time.moveTo(next);
      await this.time.settle();
      await this.onMoment();
    }
    this.time.moveTo(target);
  }
}
