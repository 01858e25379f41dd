import { eventHash, NO_EVENTS, type StoredEvent, type StreamHead } from './event-log';

/** Whether a stream is whole; if not, the first event that is not as it was written. */
export type StreamVerdict =
  | { readonly isWhole: true; readonly head: StreamHead }
  | { readonly isWhole: false; readonly brokenSeq: number; readonly reason: BrokenReason };

export type BrokenReason =
  /** A seq is missing, doubled or out of order. */
  | 'gap'
  /** The event does not name the hash of the one before. */
  | 'chain'
  /** The body is not what was hashed. */
  | 'hash'
  /** A column says something else than the body. */
  | 'column'
  /** The stream ends before or after what the state row says, or with another event. */
  | 'head';

/**
 * Checks the events of one stream, in their order, against their hashes, and against the head on the state row if given:
 * only that shows that the last events are missing. Pure.
 */
export function verifyStream(events: readonly StoredEvent[], expectedHead?: StreamHead): StreamVerdict {
  let head: StreamHead = NO_EVENTS;
  for (const event of events) {
    const reason = reasonAgainst(event, head);
    if (reason) return { isWhole: false, brokenSeq: head.seq + 1, reason };
    head = { seq: event.seq, hash: event.hash };
  }
  if (expectedHead && (expectedHead.seq !== head.seq || expectedHead.hash !== head.hash)) {
    return { isWhole: false, brokenSeq: Math.min(expectedHead.seq, head.seq) + 1, reason: 'head' };
  }
  return { isWhole: true, head };
}

function reasonAgainst(event: StoredEvent, before: StreamHead): BrokenReason | undefined {
  if (event.seq !== before.seq + 1) return 'gap';
  if (event.previousHash !== before.hash) return 'chain';
  if (event.hash !== eventHash(event.previousHash, event.body)) return 'hash';
  return columnsAgree(event) ? undefined : 'column';
}

function columnsAgree(event: StoredEvent): boolean {
  const body = JSON.parse(event.body) as Readonly<Record<string, unknown>>;
  return (
    body.streamId === event.streamId &&
    body.seq === event.seq &&
    body.streamKind === event.streamKind &&
    body.kind === event.kind &&
    body.type === event.type &&
    body.commandId === event.commandId &&
    body.at === event.occurredAt
  );
}
