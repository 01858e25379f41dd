import type { Instant, LocalDate } from '../../../workflows/kernel';
import { sha256 } from '../crypto/sha256';

/** The last event of a stream on one day. */
export interface DayHead {
  readonly streamId: string;
  readonly seq: number;
  readonly hash: string;
}

/** All events of one local day, as an anchor sums them up. */
export interface DayEvents {
  readonly day: LocalDate;
  readonly eventCount: number;
  readonly heads: readonly DayHead[];
}

/** A stored anchor. */
export interface Anchor {
  readonly day: LocalDate;
  readonly eventCount: number;
  readonly rootHash: string;
  /** Root hash of the anchor before, or `FIRST_HASH`. */
  readonly previousHash: string;
  readonly createdAt: Instant;
}

/**
 * One hash for a day: over the anchor before, the day, the number of its events, and a line for the head of each stream
 * that had any, sorted. Since each head's hash is over all events of its stream before it, no event of the day can be
 * changed, added or taken away unseen. Published outside, it proves the whole log up to that day.
 */
export function anchorRoot(previousHash: string, { day, eventCount, heads }: DayEvents): string {
  const lines = heads.map(({ streamId, seq, hash }) => `${streamId} ${seq} ${hash}`).sort();
  return sha256([previousHash, day, String(eventCount), ...lines].join('\n'));
}
