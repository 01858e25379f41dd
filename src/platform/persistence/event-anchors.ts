import { endOfDay, startOfDay, type Instant, type LocalDate } from '../../../workflows/kernel';
import { anchorRoot, type Anchor, type DayEvents, type DayHead } from './anchor';
import { FIRST_HASH } from './event-log';
import { PersistenceError } from './persistence.errors';
import type { RowReader, Tx } from './unit-of-work.port';

/** An anchor that no longer fits: its day's events or the chain of anchors were changed. */
export interface BrokenAnchor {
  readonly day: LocalDate;
  readonly reason: 'events' | 'chain';
}

const ANCHOR = `SELECT day, event_count AS "eventCount", root_hash AS "rootHash",
  previous_hash AS "previousHash", created_at AS "createdAt" FROM event_anchors`;

/**
 * Anchors a local day that is over, with what came in late for the days before; a day that is anchored already keeps its
 * anchor, which is answered. Throws PERSISTENCE.ANCHOR_OUT_OF_ORDER while the day lasts, or when a later day is anchored.
 */
export async function writeAnchor(tx: Tx, day: LocalDate, now: Instant): Promise<Anchor> {
  await waitForWriters(tx);
  const [last] = await tx.rows<Anchor>(`${ANCHOR} ORDER BY day DESC LIMIT 1`);
  if (last?.day === day) return last;
  if (now < endOfDay(day) || (last && last.day > day)) {
    throw new PersistenceError('PERSISTENCE.ANCHOR_OUT_OF_ORDER', { day, now, lastDay: last?.day ?? null });
  }
  const previousHash = last?.rootHash ?? FIRST_HASH;
  const events = await eventsOf(tx, day, last?.day);
  const anchor = { day, eventCount: events.eventCount, rootHash: anchorRoot(previousHash, events), previousHash };
  await tx.change(
    'INSERT INTO event_anchors (day, event_count, root_hash, previous_hash, created_at) VALUES (?, ?, ?, ?, ?)',
    [day, anchor.eventCount, anchor.rootHash, previousHash, now],
  );
  return { ...anchor, createdAt: now };
}

/** Computes every anchor again from the events; answers those that do not fit, in order of their days. */
export async function checkAnchors(reads: RowReader): Promise<BrokenAnchor[]> {
  const broken: BrokenAnchor[] = [];
  let previousHash = FIRST_HASH;
  let previousDay: LocalDate | undefined;
  for (const anchor of await reads.rows<Anchor>(`${ANCHOR} ORDER BY day`)) {
    const root = anchorRoot(anchor.previousHash, await eventsOf(reads, anchor.day, previousDay));
    if (anchor.previousHash !== previousHash) broken.push({ day: anchor.day, reason: 'chain' });
    else if (anchor.rootHash !== root) broken.push({ day: anchor.day, reason: 'events' });
    previousHash = anchor.rootHash;
    previousDay = anchor.day;
  }
  return broken;
}

/**
 * Lets all units of work that have appended events commit, and keeps others from it until the anchor is written: on
 * PostgreSQL an event of the day could else appear behind the anchor's back. SQLite has one writer at a time.
 * Not for long: whoever appends waits as well, and a vacuum that does not give way may take hours. The anchor comes later then.
 */
async function waitForWriters(tx: Tx): Promise<void> {
  if (tx.dialect === 'sqlite') return;
  await tx.change("SET LOCAL lock_timeout = '2s'");
  await tx.change('LOCK TABLE events IN SHARE ROW EXCLUSIVE MODE');
}

/** The events that the anchor of a day sums up: those of the day that came in time, and the late ones since the anchor before. */
async function eventsOf(reads: RowReader, day: LocalDate, previousDay: LocalDate | undefined): Promise<DayEvents> {
  const span = [startOfDay(day), endOfDay(day), previousDay ?? null];
  const onDay = 'FROM events WHERE (occurred_at >= ? AND occurred_at < ? AND late_after IS NULL) OR late_after = ?';
  const [counted] = await reads.rows<{ count: number }>(`SELECT COUNT(*) AS count ${onDay}`, span);
  const heads = await reads.rows<DayHead>(
    `SELECT event.stream_id AS "streamId", event.seq, event.hash
     FROM (SELECT stream_id, MAX(seq) AS seq ${onDay} GROUP BY stream_id) last
     JOIN events event ON event.stream_id = last.stream_id AND event.seq = last.seq`,
    span,
  );
  return { day, eventCount: counted?.count ?? 0, heads };
}
