import { verificationCodeFrom } from '../../../workflows/decision';
import type { Randomness } from '../../platform/ids/ids.port';

/** Twice the signs of a code: nearly always enough of them are fair. */
const BYTES = 32;

/** A verification code that nobody can guess. */
export function newCode(randomness: Randomness): string {
  for (;;) {
    const code = verificationCodeFrom([...randomness.bytes(BYTES)]);
    if (code !== undefined) return code;
  }
}
