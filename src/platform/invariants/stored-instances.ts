import type { WorkflowCommand } from '../../../workflows/kernel';
import { placeholders } from '../persistence/placeholders';
import type { StoredEvent } from '../persistence/event-log';
import type { RowReader } from '../persistence/unit-of-work.port';
import { BATCH } from './scan';

/** A workflow and the table of its instances. */
export interface WorkflowTable {
  /** Name of the workflow, which is the kind of its streams: `campaign`. */
  readonly name: string;
  /** `campaigns`. */
  readonly table: string;
}

/** The state row of an instance, byte for byte. */
export interface StoredInstance {
  readonly id: string;
  readonly definition: string;
  readonly state: string;
  readonly status: string;
  readonly snapshot: string;
}

/** Pages through the ids of a table. */
export function pagesOf(reads: RowReader, table: string): (after: string) => Promise<readonly string[]> {
  return async (after) => {
    const rows = await reads.rows<{ id: string }>(`SELECT id FROM ${table} WHERE id > ? ORDER BY id LIMIT ${BATCH}`, [
      after,
    ]);
    return rows.map(({ id }) => id);
  };
}

/** Pages through the ids of all streams. */
export function streamPagesOf(reads: RowReader): (after: string) => Promise<readonly string[]> {
  return async (after) => {
    const rows = await reads.rows<{ id: string }>(
      `SELECT DISTINCT stream_id AS "id" FROM events WHERE stream_id > ? ORDER BY stream_id LIMIT ${BATCH}`,
      [after],
    );
    return rows.map(({ id }) => id);
  };
}

/** State rows by their ids. */
export function instancesOf(reads: RowReader, table: string, ids: readonly string[]): Promise<StoredInstance[]> {
  return reads.rows<StoredInstance>(
    `SELECT id, definition, state, status, snapshot FROM ${table} WHERE id IN ${placeholders(ids.length)} ORDER BY id`,
    ids,
  );
}

/** All events of these streams, each stream in its order. */
export async function eventsOf(
  reads: RowReader,
  streamIds: readonly string[],
): Promise<ReadonlyMap<string, readonly StoredEvent[]>> {
  const events = await reads.rows<StoredEvent>(
    `SELECT stream_id AS "streamId", seq, stream_kind AS "streamKind", kind, type, body,
       previous_hash AS "previousHash", hash, command_id AS "commandId", occurred_at AS "occurredAt"
     FROM events WHERE stream_id IN ${placeholders(streamIds.length)} ORDER BY stream_id, seq`,
    streamIds,
  );
  return grouped(events, ({ streamId }) => streamId);
}

/** The commands among the events of these streams, each stream's in their order. */
export async function commandEventsOf(
  reads: RowReader,
  streamIds: readonly string[],
): Promise<ReadonlyMap<string, readonly CommandEvent[]>> {
  const events = await reads.rows<CommandEvent & { readonly streamId: string }>(
    `SELECT stream_id AS "streamId", kind, body FROM events
     WHERE kind = 'command' AND stream_id IN ${placeholders(streamIds.length)} ORDER BY stream_id, seq`,
    streamIds,
  );
  return grouped(events, ({ streamId }) => streamId);
}

/** What a command is read from. */
export type CommandEvent = Pick<StoredEvent, 'kind' | 'body'>;

/** The commands among the events of an instance, as its machine saw them. Throws a SyntaxError on a body that is no JSON. */
export function commandsIn(events: readonly CommandEvent[]): readonly WorkflowCommand[] {
  return events.filter(({ kind }) => kind === 'command').map(commandOf);
}

function commandOf({ body }: CommandEvent): WorkflowCommand {
  const { type, at, by, data } = JSON.parse(body) as Omit<WorkflowCommand, 'input' | 'facts'> & {
    readonly data: Pick<WorkflowCommand, 'input' | 'facts'>;
  };
  return { type, at, by, input: data.input, facts: data.facts };
}

/** Items by a key, each group in the order of the items. */
export function grouped<Item>(items: readonly Item[], keyOf: (item: Item) => string): ReadonlyMap<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}

/** How many rows a table has, or the answer of any statement that counts. */
export async function countOf(reads: RowReader, sql: string): Promise<number> {
  const [row] = await reads.rows<{ count: number }>(`SELECT COUNT(*) AS "count" FROM ${sql}`);
  return row?.count ?? 0;
}
