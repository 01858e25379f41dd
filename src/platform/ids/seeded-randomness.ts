import { createHash } from 'node:crypto';
import { Randomness } from './ids.port';

/**
 * The same bytes for the same seed, for rehearsals and tests. NEVER for production: whoever knows the seed
 * knows every salt, nonce and token. SHA-256 of the seed and a counter, so that the stream does not depend on the platform.
 */
export class SeededRandomness extends Randomness {
  private blocks = 0;
  private rest: Buffer = Buffer.alloc(0);

  constructor(private readonly seed: string) {
    super();
  }

  override bytes(count: number): Buffer {
    const parts = [this.rest];
    let length = this.rest.length;
    while (length < count) {
      const block = this.nextBlock();
      parts.push(block);
      length += block.length;
    }
    const all = Buffer.concat(parts);
    this.rest = all.subarray(count);
    return Buffer.from(all.subarray(0, count));
  }

  private nextBlock(): Buffer {
    this.blocks += 1;
    return createHash('sha256').update(`${this.seed}:${this.blocks}`).digest();
  }
}
