import { randomBytes } from 'node:crypto';
import { Randomness } from './ids.port';

/** The operating system's cryptographically strong randomness. */
export class SystemRandomness extends Randomness {
  override bytes(count: number): Buffer {
    return randomBytes(count);
  }
}
