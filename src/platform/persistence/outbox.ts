import { canonicalJson, type Instant } from '../../../workflows/kernel';
import { inChunks, placeholders } from './placeholders';
import type { RowReader, Tx } from './unit-of-work.port';

/** A job to be done after the commit. */
export interface OutboxMessage {
  /** Its id everywhere: in the queue, and as the command id of what it leads to. */
  readonly id: string;
  readonly job: string;
  /** Ids and versions; JSON. */
  readonly payload: object;
  /** At most one row has it, done or not; another one with the same key is dropped. */
  readonly dedupeKey?: string | undefined;
  readonly availableAt: Instant;
  readonly createdAt: Instant;
}

const MOST_AT_ONCE = 500;
const COLUMNS = ['id', 'job', 'payload', 'dedupe_key', 'available_at', 'created_at'];

/** Adds jobs in the transaction of what they follow from; answers how many were new by their deduplication key. */
export async function addToOutbox(tx: Tx, messages: readonly OutboxMessage[]): Promise<number> {
  let added = 0;
  for (const some of inChunks(messages, MOST_AT_ONCE)) {
    added += await tx.change(
      `INSERT INTO outbox (${COLUMNS.join(', ')}) VALUES ${some.map(() => placeholders(COLUMNS.length)).join(', ')}
       ON CONFLICT (dedupe_key) DO NOTHING`,
      some.flatMap(({ id, job, payload, dedupeKey, availableAt, createdAt }) => [
        id,
        job,
        canonicalJson(payload),
        dedupeKey ?? null,
        availableAt,
        createdAt,
      ]),
    );
  }
  return added;
}

/**
 * Payloads of the messages of a job that are handed over and not done, the first ones first: for a job that takes along what
 * others of its kind are on their way for. An index finds them; what is not handed over yet comes later.
 */
export async function readInFlight(rows: RowReader, job: string, most: number): Promise<readonly object[]> {
  const found = await rows.rows<{ payload: string }>(
    `SELECT payload FROM outbox WHERE job = ? AND done_at IS NULL AND dead_at IS NULL AND dispatched_at IS NOT NULL
     ORDER BY dispatched_at, id LIMIT ${most}`,
    [job],
  );
  return found.map(({ payload }) => JSON.parse(payload) as object);
}
