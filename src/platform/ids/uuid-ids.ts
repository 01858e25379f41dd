import { v7 } from 'uuid';
import { millisecondsOf, type Instant } from '../../../workflows/kernel';
import type { Clock } from '../clock/clock.port';
import { Ids, type Randomness } from './ids.port';

/** Half of the 32 bits that UUIDs of version 7 keep for a counter: the start is random below it, so that it never overflows in practice. */
const COUNTER_START = 0x7fff_ffff;

/**
 * UUIDs of version 7 from the clock and the randomness of the application.
 * Within one millisecond a counter goes up from a random start, so that ids made in a row sort in that order
 * and fall on neighbouring pages of an index.
 */
export class UuidIds extends Ids {
  private moment: Instant | undefined;
  private counter = 0;

  constructor(
    private readonly clock: Clock,
    private readonly randomness: Randomness,
  ) {
    super();
  }

  override next(): string {
    const random = this.randomness.bytes(16);
    const now = this.clock.now();
    this.counter = now === this.moment ? this.counter + 1 : random.readUInt32BE(0) & COUNTER_START;
    this.moment = now;
    return v7({ msecs: millisecondsOf(now), seq: this.counter, random });
  }
}
