import type { Instant } from '../../../workflows/kernel';
import { Clock } from './clock.port';

/** Tells another clock's time, and from one moment on that of a different one: a past is played, then the present goes on. */
export class HandoverClock extends Clock {
  constructor(private current: Clock) {
    super();
  }

  override now(): Instant {
    return this.current.now();
  }

  /** From here on this clock's time is told, until it is handed over again. */
  handTo(clock: Clock): void {
    this.current = clock;
  }
}
