import { addMilliseconds, type Instant } from '../../../workflows/kernel';
import { Clock } from './clock.port';

/** A clock that stands still until it is told otherwise, for rehearsals and tests. It may go backwards, as real clocks do. */
export class VirtualClock extends Clock {
  constructor(private present: Instant) {
    super();
  }

  override now(): Instant {
    return this.present;
  }

  /** Puts the clock to a moment, earlier or later. */
  set(moment: Instant): void {
    this.present = moment;
  }

  /** Moves the clock on by so many milliseconds, back when negative; answers the new present. */
  advance(milliseconds: number): Instant {
    this.present = addMilliseconds(this.present, milliseconds);
    return this.present;
  }
}
