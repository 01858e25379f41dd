import { canonicalJson, localDateOf, type Instant } from '../../../workflows/kernel';
import { sha256 } from '../crypto/sha256';
import { ConcurrencyError } from '../errors/platform.errors';
import { UniqueViolationError } from './persistence.errors';
import { inChunks } from './placeholders';
import type { RowReader, SqlValue, Tx } from './unit-of-work.port';

/** What the first event of a stream has for its predecessor's hash. */
export const FIRST_HASH = '0'.repeat(64);

/** Where a stream stands; kept on the state row, so that appending reads nothing. */
export interface StreamHead {
  /** Seq of the last event, 0 when there is none yet. */
  readonly seq: number;
  /** Hash of the last event, `FIRST_HASH` when there is none yet. */
  readonly hash: string;
}

/** A stream and where it stands. */
export interface Stream extends StreamHead {
  readonly id: string;
  /** What the id is of: `campaign`, `unit`, … */
  readonly kind: string;
}

/** One accepted command or one fact that followed from it. */
export interface EventEntry {
  readonly kind: 'command' | 'fact';
  readonly type: string;
  readonly at: Instant;
  /** Id of the user, or `system`. */
  readonly by: string;
  readonly commandId: string;
  /** `campaign@1`; null for a register, which has no definition. */
  readonly definition: string | null;
  /** The version that the state row has after the command. */
  readonly version: number;
  /** Ids, numbers and commitments; never a person's data. */
  readonly data: object;
}

/** An event as it is stored. */
export interface StoredEvent {
  readonly streamId: string;
  readonly seq: number;
  readonly streamKind: string;
  readonly kind: 'command' | 'fact';
  readonly type: string;
  /** Canonical JSON of the entry with `streamId`, `seq` and `streamKind`. */
  readonly body: string;
  readonly previousHash: string;
  readonly hash: string;
  readonly commandId: string;
  readonly occurredAt: Instant;
}

const COLUMNS =
  'stream_id, seq, stream_kind, kind, type, body, previous_hash, hash, command_id, occurred_at, late_after';
const ROW = '(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)';
/**
 * Rows in the order of the columns, the last with the event's own day. An event of a day that is anchored already, since
 * the clock went back or its commit took long, goes with the next anchor: the last one there is. Asked once for all rows:
 * a question for each made the insert half as long again.
 */
const STORED = `SELECT v.column1, CAST(v.column2 AS INTEGER), v.column3, v.column4, v.column5, v.column6, v.column7,
  v.column8, v.column9, v.column10, CASE WHEN v.column11 <= last.day THEN last.day END`;
const LAST_ANCHOR = '(SELECT MAX(day) AS day FROM event_anchors) last';
/** Events in one statement: eleven values each, well below what either database takes. */
const MOST_AT_ONCE = 1_000;

/** Where a stream stands before its first event. */
export const NO_EVENTS: StreamHead = { seq: 0, hash: FIRST_HASH };

/** The start of a stream. */
export function newStream(id: string, kind: string): Stream {
  return { id, kind, ...NO_EVENTS };
}

/** Events ready to be stored, and where their stream stands then. */
export interface ChainedEvents {
  readonly events: readonly StoredEvent[];
  readonly head: StreamHead;
}

/** Gives entries their numbers and hashes after the stream's last event. Pure: the head can go on the state row before the insert. */
export function chainEvents(stream: Stream, entries: readonly EventEntry[]): ChainedEvents {
  let head: StreamHead = { seq: stream.seq, hash: stream.hash };
  const events = entries.map((entry) => {
    const event = nextEvent(stream, head, entry);
    head = { seq: event.seq, hash: event.hash };
    return event;
  });
  return { events, head };
}

/**
 * Stores chained events, of one stream or of many, with as few statements as the databases allow.
 * Throws ConcurrencyError when somebody else appended to one of the streams since the caller read its head.
 */
export async function insertEvents(tx: Tx, events: readonly StoredEvent[]): Promise<void> {
  for (const some of inChunks(events, MOST_AT_ONCE)) {
    const rows = some.map(() => ROW).join(', ');
    try {
      await tx.change(
        `INSERT INTO events (${COLUMNS}) ${STORED} FROM (VALUES ${rows}) v CROSS JOIN ${LAST_ANCHOR}`,
        some.flatMap(values),
      );
    } catch (error) {
      throw error instanceof UniqueViolationError ? new ConcurrencyError('The event stream', { cause: error }) : error;
    }
  }
}

/**
 * Appends events to a stream with one statement and answers where it stands then; the caller stores that on its state row.
 * Throws ConcurrencyError when somebody else appended to the stream since the caller read its head.
 */
export async function appendEvents(tx: Tx, stream: Stream, entries: readonly EventEntry[]): Promise<StreamHead> {
  const { events, head } = chainEvents(stream, entries);
  await insertEvents(tx, events);
  return head;
}

/** Where a stream stands, for registers that do not keep it on a row. Two who read the same head race: one of them appends. */
export async function readHead(reads: RowReader, streamId: string): Promise<StreamHead> {
  const [head] = await reads.rows<StreamHead>(
    'SELECT seq, hash FROM events WHERE stream_id = ? ORDER BY seq DESC LIMIT 1',
    [streamId],
  );
  return head ?? NO_EVENTS;
}

/** All events of a stream in their order. */
export function readStream(reads: RowReader, streamId: string): Promise<StoredEvent[]> {
  return reads.rows<StoredEvent>(
    `SELECT stream_id AS "streamId", seq, stream_kind AS "streamKind", kind, type, body,
       previous_hash AS "previousHash", hash, command_id AS "commandId", occurred_at AS "occurredAt"
     FROM events WHERE stream_id = ? ORDER BY seq`,
    [streamId],
  );
}

/** The hash of an event: over its predecessor's hash and the bytes of its body. */
export function eventHash(previousHash: string, body: string): string {
  return sha256(`${previousHash}\n${body}`);
}

function nextEvent(stream: Stream, before: StreamHead, entry: EventEntry): StoredEvent {
  const seq = before.seq + 1;
  const body = canonicalJson(eventBody(stream, seq, entry));
  const { kind, type, commandId, at } = entry;
  return {
    streamId: stream.id,
    seq,
    streamKind: stream.kind,
    kind,
    type,
    body,
    previousHash: before.hash,
    hash: eventHash(before.hash, body),
    commandId,
    occurredAt: at,
  };
}

/** Member by member, so that nothing a caller adds to an entry gets into the chain unseen. */
function eventBody(stream: Stream, seq: number, entry: EventEntry): object {
  const { kind, type, at, by, commandId, definition, version, data } = entry;
  return {
    streamId: stream.id,
    seq,
    streamKind: stream.kind,
    kind,
    type,
    at,
    by,
    commandId,
    definition,
    version,
    data,
  };
}

function values(event: StoredEvent): SqlValue[] {
  const { streamId, seq, streamKind, kind, type, body, previousHash, hash, commandId, occurredAt } = event;
  const day = localDateOf(occurredAt);
  return [streamId, seq, streamKind, kind, type, body, previousHash, hash, commandId, occurredAt, day];
}
