import { verifyStream, type BrokenReason } from '../../persistence/verify-stream';
import type { StoredEvent } from '../../persistence/event-log';
import type { RowReader } from '../../persistence/unit-of-work.port';
import type { Invariant, Violation } from '../invariant';
import { lookTwice, MOST_VIOLATIONS, scan } from '../scan';
import { countOf, eventsOf, streamPagesOf } from '../stored-instances';

/** Event numbers per instance have no gap. */
export const eventNumbers: Invariant = {
  name: 'event-numbers',
  promise: 2,
  describe: {
    vi: 'Sự kiện của mỗi dòng được đánh số từ 1 đến n, không thiếu số nào.',
    en: 'The events of every stream are numbered 1 to n without a gap.',
  },
  check: async ({ reads, checked }) => {
    checked(await countOf(reads, '(SELECT DISTINCT stream_id FROM events) streams'));
    return lookTwice(() => gaps(reads));
  },
};

/** Every event is chained by hash to the one before it, over the stored bytes. */
export const eventChain: Invariant = {
  name: 'event-chain',
  promise: 9,
  describe: {
    vi: 'Mỗi sự kiện nối với sự kiện trước bằng mã băm trên đúng các byte đã lưu.',
    en: 'Every event is chained to the one before by a hash over the stored bytes.',
  },
  check: (context) =>
    scan(context, {
      page: streamPagesOf(context.reads),
      judge: (ids) => brokenStreams(context.reads, ids),
    }),
};

const SAYS: Readonly<Record<BrokenReason, string>> = {
  gap: 'is missing or doubled',
  chain: 'does not name the hash of the one before',
  hash: 'has another body than was hashed',
  column: 'has a column that says something else than its body',
  head: 'is not where the stream ends',
};

async function gaps(reads: RowReader): Promise<readonly Violation[]> {
  const broken = await reads.rows<{ id: string; count: number; first: number; last: number }>(
    `SELECT stream_id AS "id", COUNT(*) AS "count", MIN(seq) AS "first", MAX(seq) AS "last" FROM events
     GROUP BY stream_id HAVING MIN(seq) <> 1 OR MAX(seq) <> COUNT(*) ORDER BY stream_id LIMIT ${MOST_VIOLATIONS}`,
  );
  return broken.map(({ id, count, first, last }) => ({
    subject: `stream ${id}`,
    message: `has ${count} events, numbered from ${first} to ${last}`,
  }));
}

async function brokenStreams(reads: RowReader, ids: readonly string[]): Promise<readonly Violation[]> {
  const streams = await eventsOf(reads, ids);
  return [...streams].flatMap(([id, events]) => {
    const broken = whatIsBroken(events);
    return broken === undefined ? [] : [{ subject: `stream ${id}`, message: broken }];
  });
}

function whatIsBroken(events: readonly StoredEvent[]): string | undefined {
  try {
    const verdict = verifyStream(events);
    return verdict.isWhole ? undefined : `event ${verdict.brokenSeq} ${SAYS[verdict.reason]}`;
  } catch (error) {
    // A body that was replaced together with its hash need not even be JSON.
    if (error instanceof SyntaxError) return 'an event has a body that is no JSON';
    throw error;
  }
}
