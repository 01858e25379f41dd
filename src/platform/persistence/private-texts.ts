import { sha256 } from '../crypto/sha256';
import type { Clock } from '../clock/clock.port';
import type { Randomness } from '../ids/ids.port';
import { insertRows } from './insert-rows';
import { inChunks, placeholders } from './placeholders';
import type { RowReader, Tx } from './unit-of-work.port';

const SALT_BYTES = 32;
const MOST_AT_ONCE = 500;

/**
 * Free text apart from the events that mention it. An event holds only the commitment, a salted hash,
 * so that a person can be erased and the chain still verifies.
 */
export class PrivateTexts {
  constructor(
    private readonly randomness: Randomness,
    private readonly clock: Clock,
  ) {}

  /**
   * Stores texts of a stream and answers their commitments, 64 hexadecimal digits each, under the same names,
   * for the command's input. An empty text is not stored: its commitment is empty.
   */
  async commitAll(
    tx: Tx,
    streamId: string,
    texts: Readonly<Record<string, string>> = {},
  ): Promise<Readonly<Record<string, string>>> {
    const entries = Object.entries(texts).map(([field, text]) => ({ field, ...this.committed(text) }));
    await insertRows(
      tx,
      'private_texts',
      entries
        .filter(({ commitment }) => commitment !== '')
        .map(({ commitment, salt, text }) => ({ commitment, salt, text, stream_id: streamId })),
    );
    return Object.fromEntries(entries.map(({ field, commitment }) => [field, commitment]));
  }

  /** Stores many texts, each of a stream of its own; answers their commitments in the same order, empty for an empty text. */
  async commitMany(
    tx: Tx,
    texts: readonly { readonly streamId: string; readonly text: string }[],
  ): Promise<readonly string[]> {
    const entries = texts.map(({ streamId, text }) => ({ stream_id: streamId, ...this.committed(text) }));
    await insertRows(
      tx,
      'private_texts',
      entries.filter(({ commitment }) => commitment !== ''),
    );
    return entries.map(({ commitment }) => commitment);
  }

  /** The texts of these commitments; null for one that was erased, no entry for one that never was. */
  async readTexts(reads: RowReader, commitments: readonly string[]): Promise<ReadonlyMap<string, string | null>> {
    const found = new Map<string, string | null>();
    for (const some of inChunks([...new Set(commitments)], MOST_AT_ONCE)) {
      const rows = await reads.rows<{ commitment: string; text: string | null }>(
        `SELECT commitment, text FROM private_texts WHERE commitment IN ${placeholders(some.length)}`,
        some,
      );
      for (const { commitment, text } of rows) found.set(commitment, text);
    }
    return found;
  }

  /** Erases all texts of a stream and their salts; answers how many. */
  eraseTextsOf(tx: Tx, streamId: string): Promise<number> {
    return tx.change(
      'UPDATE private_texts SET text = NULL, salt = NULL, erased_at = ? WHERE stream_id = ? AND erased_at IS NULL',
      [this.clock.now(), streamId],
    );
  }

  private committed(text: string): { readonly commitment: string; readonly salt: string; readonly text: string } {
    if (text.trim() === '') return { commitment: '', salt: '', text };
    const salt = this.randomness.bytes(SALT_BYTES).toString('hex');
    return { commitment: commitmentOf(salt, text), salt, text };
  }
}

/** The commitment to a text: nobody can find the text from it without the salt, and nobody can find another text for it. */
export function commitmentOf(salt: string, text: string): string {
  return sha256(`${salt}\n${text}`);
}
