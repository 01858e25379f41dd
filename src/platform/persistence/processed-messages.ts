import { canonicalJson, type Instant } from '../../../workflows/kernel';
import { ConcurrencyError } from '../errors/platform.errors';
import { inChunks, placeholders } from './placeholders';
import type { RowReader, Tx } from './unit-of-work.port';

/** Messages in one statement. */
const MOST_AT_ONCE = 1_000;

/** A message that a consumer has handled. */
export interface Processed {
  /** Hash of what was asked. */
  readonly requestHash: string;
  /** What was answered, from JSON. */
  readonly result: unknown;
  readonly createdAt: Instant;
}

/** What `insertProcessed` stores. */
export interface NewProcessed extends Processed {
  /** Who handles it; for commands of users with the user's id in it, since keys are scoped to the actor. */
  readonly consumer: string;
  readonly messageId: string;
}

/** What came of a message, if this consumer has handled it. */
export async function findProcessed(
  reads: RowReader,
  consumer: string,
  messageId: string,
): Promise<Processed | undefined> {
  const [row] = await reads.rows<{ requestHash: string; result: string; createdAt: Instant }>(
    `SELECT request_hash AS "requestHash", result, created_at AS "createdAt"
     FROM processed_messages WHERE consumer = ? AND message_id = ?`,
    [consumer, messageId],
  );
  return row && { ...row, result: JSON.parse(row.result) as unknown };
}

/**
 * Says that a message is handled, in the transaction of its effects.
 * Throws ConcurrencyError when somebody else handled it at the same time: the caller tries again and finds the answer.
 */
export async function insertProcessed(tx: Tx, message: NewProcessed): Promise<void> {
  const { consumer, messageId, requestHash, result, createdAt } = message;
  const inserted = await tx.change(
    `INSERT INTO processed_messages (consumer, message_id, request_hash, result, created_at) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (consumer, message_id) DO NOTHING`,
    [consumer, messageId, requestHash, canonicalJson(result), createdAt],
  );
  if (inserted === 0) throw new ConcurrencyError('The message');
}

/** What came of those of many messages that this consumer has handled, by message id. */
export async function findProcessedAmong(
  reads: RowReader,
  consumer: string,
  messageIds: readonly string[],
): Promise<ReadonlyMap<string, Processed>> {
  const found = new Map<string, Processed>();
  for (const some of inChunks(messageIds, MOST_AT_ONCE)) {
    const rows = await reads.rows<{ messageId: string; requestHash: string; result: string; createdAt: Instant }>(
      `SELECT message_id AS "messageId", request_hash AS "requestHash", result, created_at AS "createdAt"
       FROM processed_messages WHERE consumer = ? AND message_id IN ${placeholders(some.length)}`,
      [consumer, ...some],
    );
    for (const { messageId, ...row } of rows)
      found.set(messageId, { ...row, result: JSON.parse(row.result) as unknown });
  }
  return found;
}

/** Says that many messages are handled. Throws ConcurrencyError when one of them was handled at the same time. */
export async function insertProcessedMany(tx: Tx, messages: readonly NewProcessed[]): Promise<void> {
  for (const some of inChunks(messages, MOST_AT_ONCE)) {
    const inserted = await tx.change(
      `INSERT INTO processed_messages (consumer, message_id, request_hash, result, created_at)
       VALUES ${some.map(() => placeholders(5)).join(', ')} ON CONFLICT (consumer, message_id) DO NOTHING`,
      some.flatMap(({ consumer, messageId, requestHash, result, createdAt }) => [
        consumer,
        messageId,
        requestHash,
        canonicalJson(result),
        createdAt,
      ]),
    );
    if (inserted !== some.length) throw new ConcurrencyError('The message');
  }
}

/** Forgets messages handled before an instant; answers how many. */
export function purgeProcessed(tx: Tx, before: Instant): Promise<number> {
  return tx.change('DELETE FROM processed_messages WHERE created_at < ?', [before]);
}
