import { closeSync, fsyncSync, linkSync, mkdirSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { AppError } from '../../platform/errors/app-error';
import type { Randomness } from '../../platform/ids/ids.port';
import type { BallotKey } from './sealed-box';

/** Injection token of the key. */
export const BALLOT_KEY = Symbol('BallotKey');

const KEY_BYTES = 32;
/** 32 bytes in base64. Node's decoder would pass over what is no base64 and make another key of a damaged file. */
const KEY_FORM = /^[A-Za-z0-9+/]{43}=$/;

/**
 * Reads the key that seals ballot boxes, and makes it on the first start, readable by this user only.
 * Whoever copies the database without this file copies closed boxes; whoever loses this file cannot count open votes.
 * Throws an AppError when the file cannot be read or made, or is no key.
 */
export function loadBallotKey(file: string, randomness: Randomness): BallotKey {
  const text = read(file) ?? create(file, randomness);
  if (KEY_FORM.test(text)) return Buffer.from(text, 'base64');
  throw new AppError('REVIEW.BALLOT_KEY_INVALID', `The ballot key file must hold ${KEY_BYTES} bytes in base64`, {
    file,
  });
}

function read(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    const message = 'The ballot key file cannot be read';
    throw new AppError('REVIEW.BALLOT_KEY_UNREADABLE', message, { file }, { cause: error });
  }
}

/**
 * Never over an existing file: two processes may start at once, and the first key is the key. The file gets its name
 * only when it is whole and on the disk, so that the second process never reads half of it.
 */
function create(file: string, randomness: Randomness): string {
  const text = randomness.bytes(KEY_BYTES).toString('base64');
  const draft = `${file}.${randomness.bytes(8).toString('hex')}`;
  try {
    mkdirSync(dirname(file), { recursive: true });
    writeDurably(draft, `${text}\n`);
    return named(draft, file) ? text : (read(file) ?? '');
  } catch (error) {
    if (error instanceof AppError) throw error;
    const message = 'The ballot key file cannot be made: give this user the right to write its directory';
    throw new AppError('REVIEW.BALLOT_KEY_NOT_WRITABLE', message, { file }, { cause: error });
  } finally {
    rmSync(draft, { force: true });
  }
}

/** Gives the draft its name; false when another process was first. */
function named(draft: string, file: string): boolean {
  try {
    linkSync(draft, file);
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  }
  const directory = openSync(dirname(file), 'r');
  fsyncSync(directory);
  closeSync(directory);
  return true;
}

function writeDurably(file: string, text: string): void {
  const handle = openSync(file, 'wx', 0o600);
  try {
    writeFileSync(handle, text);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

function codeOf(error: unknown): unknown {
  return (error as NodeJS.ErrnoException).code;
}
