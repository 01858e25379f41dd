import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { AppError } from '../../platform/errors/app-error';
import type { Randomness } from '../../platform/ids/ids.port';
import type { BallotKey } from './sealed-box';

/** Injection token of the key. */
export const BALLOT_KEY = Symbol('BallotKey');

const KEY_BYTES = 32;

/**
 * Reads the key that seals ballot boxes, and makes it on the first start, readable by this user only.
 * Whoever copies the database without this file copies closed boxes; whoever loses this file cannot count open votes.
 * Throws an AppError when the file cannot be read or is no key.
 */
export function loadBallotKey(file: string, randomness: Randomness): BallotKey {
  const key = read(file) ?? create(file, randomness);
  if (key.length !== KEY_BYTES) {
    throw new AppError('REVIEW.BALLOT_KEY_INVALID', `The ballot key file must hold ${KEY_BYTES} bytes in base64`, {
      file,
    });
  }
  return key;
}

function read(file: string): Buffer | undefined {
  try {
    return Buffer.from(readFileSync(file, 'utf8').trim(), 'base64');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw new AppError(
      'REVIEW.BALLOT_KEY_UNREADABLE',
      'The ballot key file cannot be read',
      { file },
      { cause: error },
    );
  }
}

function create(file: string, randomness: Randomness): Buffer {
  const key = randomness.bytes(KEY_BYTES);
  mkdirSync(dirname(file), { recursive: true });
  try {
    // Never over an existing file: two processes may start at once, and the first key is the key.
    writeFileSync(file, `${key.toString('base64')}\n`, { mode: 0o600, flag: 'wx' });
    return key;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    return Buffer.from(readFileSync(file, 'utf8').trim(), 'base64');
  }
}
