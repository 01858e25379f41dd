import type { Instant } from '../../../workflows/kernel';
import { markDone } from '../persistence/outbox-relay-sql';
import { findProcessed, insertProcessed } from '../persistence/processed-messages';
import type { Tx, UnitOfWork } from '../persistence/unit-of-work.port';

/** A delivered message and who deals with it. */
export interface DeliveredMessage {
  readonly consumer: string;
  /** Id of the outbox row. */
  readonly messageId: string;
  /** Hash of what it asks. */
  readonly requestHash: string;
  readonly at: Instant;
}

/**
 * Does the work, notes that this consumer has dealt with the message, and marks the outbox row as done, all in one
 * transaction. When it had been dealt with before only the row is marked, and the answer is false.
 * Throws ConcurrencyError when two deliveries meet: the one that is tried again finds the note of the other.
 */
export function onceInTransaction(
  unitOfWork: UnitOfWork,
  message: DeliveredMessage,
  work: (tx: Tx) => Promise<void>,
): Promise<boolean> {
  const { consumer, messageId, requestHash, at } = message;
  return unitOfWork.run(async (tx) => {
    const isFirst = (await findProcessed(tx, consumer, messageId)) === undefined;
    if (isFirst) {
      // First, so that the other of two deliveries that meet has not yet done anything.
      await insertProcessed(tx, { consumer, messageId, requestHash, result: null, createdAt: at });
      await work(tx);
    }
    await markDone(tx, messageId, at);
    return isFirst;
  });
}
