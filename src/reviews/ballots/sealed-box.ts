import { createCipheriv, createDecipheriv } from 'node:crypto';
import { AppError } from '../../platform/errors/app-error';
import type { Randomness } from '../../platform/ids/ids.port';

const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const EMPTY = '-';

/** Ballots of those who sit, or written opinions of those who do not: counted apart, so kept apart. */
export const BOX_KINDS = ['ballots', 'opinions'] as const;

export type BoxKind = (typeof BOX_KINDS)[number];

/** Which box: papers sealed for one item, vote round and kind cannot be moved to another. */
export interface BoxLabel {
  readonly itemId: string;
  readonly voteRound: number;
  readonly kind: BoxKind;
}

/** What a box has room for: how many papers, how many characters each. Fixed when it is opened, so that its size tells nothing. */
export interface BoxSize {
  readonly capacity: number;
  readonly paperLength: number;
}

/** The key that opens boxes; it lives outside the database, so that no copy of the data opens them. */
export type BallotKey = Buffer;

/** The box cannot be opened: another key, another item, or bytes that were changed. */
export class BoxDamagedError extends AppError {
  constructor(label: BoxLabel, cause: unknown) {
    super(
      'REVIEW.BOX_DAMAGED',
      'The ballot box cannot be opened: check that the ballot key file is the one that it was sealed with',
      { ...label },
      { cause, level: 'error' },
    );
  }
}

/**
 * The box holds other than as many papers as names are ticked off: an older copy of its row was put back, or it is gone.
 * The number of papers says nothing about any choice.
 */
export class BoxIncompleteError extends AppError {
  constructor(label: BoxLabel, found: { readonly papers: number | null; readonly voted?: number }) {
    super(
      'REVIEW.BOX_INCOMPLETE',
      'The ballot box does not hold one paper for each name that is ticked off: restore the database as a whole, or cancel the round and vote in another one',
      { ...label, ...found },
      { level: 'error' },
    );
  }
}

/**
 * Seals all papers of a box at once: a sorted multiset, filled up to its capacity, encrypted with a fresh nonce (AES-256-GCM).
 * Order, size and bytes tell nothing of who put in what, nor does comparing two states of the row.
 */
export function sealBox(
  papers: readonly string[],
  size: BoxSize,
  label: BoxLabel,
  key: BallotKey,
  randomness: Randomness,
): string {
  if (papers.length > size.capacity) throw new RangeError('More papers than members on the roll');
  const filler = Array<string>(size.capacity - papers.length).fill(EMPTY.repeat(size.paperLength));
  const nonce = randomness.bytes(NONCE_BYTES);
  const cipher = createCipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG_BYTES }).setAAD(labelBytes(label));
  const sealed = Buffer.concat([cipher.update([...papers].sort().concat(filler).join(''), 'utf8'), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64');
}

/** The size of a sealed box whose papers have this length: it follows from the length of the whole. */
export function sizeOf(sealed: string, paperLength: number): BoxSize {
  const characters = Buffer.byteLength(sealed, 'base64') - NONCE_BYTES - TAG_BYTES;
  return { capacity: Math.floor(characters / paperLength), paperLength };
}

/** Opens a box and answers its papers in sorted order. Throws BoxDamagedError. */
export function openBox(sealed: string, size: BoxSize, label: BoxLabel, key: BallotKey): string[] {
  const bytes = Buffer.from(sealed, 'base64');
  try {
    const nonce = bytes.subarray(0, NONCE_BYTES);
    const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG_BYTES }).setAAD(
      labelBytes(label),
    );
    decipher.setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
    const text = decipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES)).toString('utf8') + decipher.final('utf8');
    return papersIn(text, size.paperLength);
  } catch (error) {
    throw new BoxDamagedError(label, error);
  }
}

function papersIn(text: string, paperLength: number): string[] {
  const papers: string[] = [];
  for (let start = 0; start < text.length; start += paperLength) papers.push(text.slice(start, start + paperLength));
  return papers.filter((paper) => !paper.startsWith(EMPTY));
}

function labelBytes(label: BoxLabel): Buffer {
  return Buffer.from(`${label.itemId}\n${label.voteRound}\n${label.kind}`, 'utf8');
}
