import { SeededRandomness } from '../../platform/ids';
import type { Randomness } from '../../platform/ids/ids.port';

/** Bytes of one draw: so many that no remainder is noticeably more likely than another. */
const BYTES = 6;

/** Draws for what a file leaves to chance: the same ones for the same seed, in the order in which the file asks. */
export class Draws {
  private readonly randomness: Randomness;

  constructor(seed: string) {
    this.randomness = new SeededRandomness(`draws:${seed}`);
  }

  /** A whole number from 0, less than `count`. */
  below(count: number): number {
    return this.randomness.bytes(BYTES).readUIntBE(0, BYTES) % count;
  }

  /** One of the members; undefined when there is none. */
  oneOf<Member>(members: readonly Member[]): Member | undefined {
    return members[this.below(Math.max(1, members.length))];
  }
}
