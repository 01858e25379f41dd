import { instant, type Instant } from '../../../workflows/kernel';
import { Clock } from './clock.port';

/** The machine's clock. The only place in the application that asks the system for the time. */
export class SystemClock extends Clock {
  override now(): Instant {
    return instant(new Date().toISOString());
  }
}
