import { sha256 } from '../crypto/sha256';
import type { Clock } from '../clock/clock.port';
import type { Randomness } from '../ids/ids.port';
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

  /** Stores a text of a stream and answers its commitment, 64 hexadecimal digits, for the command's input. */
  async commitText(tx: Tx, streamId: string, text: string): Promise<string> {
    const salt = this.randomness.bytes(SALT_BYTES).toString('hex');
    const commitment = commitmentOf(salt, text);
    await tx.change('INSERT INTO private_texts (commitment, salt, text, stream_id) VALUES (?, ?, ?, ?)', [
      commitment,
      salt,
      text,
      streamId,
    ]);
    return commitment;
  }

  /** Stores the texts of some fields and answers the commitments under the same names. */
  async commitAll(
    tx: Tx,
    streamId: string,
    texts: Readonly<Record<string, string>>,
  ): Promise<Readonly<Record<string, string>>> {
    const commitments: Record<string, string> = {};
    for (const [field, text] of Object.entries(texts)) commitments[field] = await this.commitText(tx, streamId, text);
    return commitments;
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

  /** Erases one text and its salt; answers whether there was a text to erase. */
  async eraseText(tx: Tx, commitment: string): Promise<boolean> {
    return (await this.erase(tx, 'commitment', commitment)) > 0;
  }

  /** Erases all texts of a stream; answers how many. */
  eraseTextsOf(tx: Tx, streamId: string): Promise<number> {
    return this.erase(tx, 'stream_id', streamId);
  }

  private erase(tx: Tx, column: 'commitment' | 'stream_id', value: string): Promise<number> {
    return tx.change(
      `UPDATE private_texts SET text = NULL, salt = NULL, erased_at = ? WHERE ${column} = ? AND erased_at IS NULL`,
      [this.clock.now(), value],
    );
  }
}

/** The commitment to a text: nobody can find the text from it without the salt, and nobody can find another text for it. */
export function commitmentOf(salt: string, text: string): string {
  return sha256(`${salt}\n${text}`);
}
