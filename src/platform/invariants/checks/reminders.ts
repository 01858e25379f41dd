import type { RowReader } from '../../persistence/unit-of-work.port';
import type { Invariant, Violation } from '../invariant';
import { lookTwice, MOST_VIOLATIONS } from '../scan';
import { countOf } from '../stored-instances';

/** Each moment of a deadline is there once, and what became of it is on record. */
export const occurrencesAreSettled: Invariant = {
  name: 'occurrences-settled',
  promise: 4,
  describe: {
    vi: 'Mỗi mốc nhắc có một bản ghi; mốc đã nhắc có người nhận, mốc bỏ qua có lý do, mốc đã giao có việc gửi.',
    en: 'Every moment of a deadline is there once; a told one has recipients, a skipped one its reason, a handed over one a job.',
  },
  check: async ({ reads, checked }) => {
    checked(await countOf(reads, 'occurrences'));
    return lookTwice(async () => [...(await doubled(reads)), ...(await unsettled(reads))]);
  },
};

/** Nobody is told twice of one thing by one channel. */
export const deliveriesOnce: Invariant = {
  name: 'deliveries-once',
  promise: 4,
  describe: {
    vi: 'Mỗi người nhận mỗi mốc nhắc nhiều nhất một lần qua mỗi kênh.',
    en: 'There is at most one delivery for each occurrence, recipient and channel.',
  },
  check: async ({ reads, checked }) => {
    checked(await countOf(reads, 'deliveries'));
    const rows = await reads.rows<{ id: string; channel: string; count: number }>(
      `SELECT occurrence_id AS "id", channel, COUNT(*) AS "count" FROM deliveries
       GROUP BY occurrence_id, recipient_user_id, channel HAVING COUNT(*) > 1
       ORDER BY occurrence_id, channel LIMIT ${MOST_VIOLATIONS}`,
    );
    return rows.map(({ id, channel, count }) => ({
      subject: `occurrence ${id}`,
      message: `one recipient has ${count} deliveries by ${channel}`,
    }));
  },
};

async function doubled(reads: RowReader): Promise<readonly Violation[]> {
  const rows = await reads.rows<{ id: string; generation: number; offset: number; count: number }>(
    `SELECT deadline_id AS "id", generation, offset_days AS "offset", COUNT(*) AS "count" FROM occurrences
     GROUP BY deadline_id, generation, offset_days HAVING COUNT(*) > 1
     ORDER BY deadline_id, generation, offset_days LIMIT ${MOST_VIOLATIONS}`,
  );
  return rows.map(({ id, generation, offset, count }) => ({
    subject: `deadline ${id}`,
    message: `has ${count} occurrences ${offset} days from its day in generation ${generation}`,
  }));
}

/** The deliveries are a feature's, but without them an occurrence that was told is a claim and no proof. */
async function unsettled(reads: RowReader): Promise<readonly Violation[]> {
  const rows = await reads.rows<{ id: string; status: string }>(
    `SELECT o.id, o.status FROM occurrences o
     WHERE (o.status = 'told' AND NOT EXISTS (SELECT 1 FROM deliveries d WHERE d.occurrence_id = o.id))
        OR (o.status = 'skipped' AND o.note IS NULL)
        OR (o.status = 'queued' AND NOT EXISTS (
          SELECT 1 FROM outbox j
          WHERE j.job = 'tell-occurrences' AND j.done_at IS NULL AND j.payload LIKE '%' || o.id || '%'))
     ORDER BY o.id LIMIT ${MOST_VIOLATIONS}`,
  );
  return rows.map(({ id, status }) => ({
    subject: `occurrence ${id}`,
    message: UNSETTLED[status] ?? status,
  }));
}

const UNSETTLED: Readonly<Record<string, string>> = {
  told: 'is called told, and nobody was',
  skipped: 'was skipped without a reason',
  queued: 'was handed over, and no job tells it',
};
