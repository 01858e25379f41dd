import type { RowReader } from '../platform/persistence';
import { lookTwice, MOST_VIOLATIONS, type Invariant, type Violation } from '../platform/invariants';

/** A mail of several reminders is one mail: one recipient, one id, one state; and while a mail waits, a job sends it. */
const mailDigests: Invariant = {
  name: 'mail-digests',
  promise: 4,
  describe: {
    vi: 'Thư gộp nhiều nhắc việc có một người nhận, một mã, một trạng thái; thư nào còn chờ cũng có việc gửi.',
    en: 'A mail of several reminders has one recipient, one id and one state; every mail that waits has a job that sends it.',
  },
  check: async ({ reads, checked }) => {
    const [counted] = await reads.rows<{ count: number | string }>('SELECT COUNT(*) AS "count" FROM mail_digests');
    checked(Number(counted?.count ?? 0));
    return lookTwice(async () => [
      ...(await strayDeliveries(reads)),
      ...(await idleMails(reads)),
      ...(await brokenDigests(reads)),
    ]);
  },
};

/** Every check of what people were told, beside those of the platform. */
export const remindersInvariants: readonly Invariant[] = [mailDigests];

async function strayDeliveries(reads: RowReader): Promise<readonly Violation[]> {
  const rows = await reads.rows<{ id: string }>(
    `SELECT x.id FROM deliveries x LEFT JOIN mail_digests m ON m.id = x.digest_id
     WHERE x.digest_id IS NOT NULL AND (m.id IS NULL OR m.recipient_user_id <> x.recipient_user_id
       OR x.message_id <> '<' || m.id || '@thidua>' OR x.channel <> 'mail')
     ORDER BY x.id LIMIT ${MOST_VIOLATIONS}`,
  );
  return rows.map(({ id }) => ({ subject: `delivery ${id}`, message: 'goes in a mail that is not of its recipient' }));
}

async function idleMails(reads: RowReader): Promise<readonly Violation[]> {
  const rows = await reads.rows<{ id: string }>(
    `SELECT x.id FROM deliveries x
     WHERE x.channel = 'mail' AND x.state = 'pending' AND x.digest_id IS NULL AND NOT EXISTS (
       SELECT 1 FROM outbox o
       WHERE o.job = 'send-mail' AND o.done_at IS NULL AND o.payload = '{"deliveryId":"' || x.id || '"}')
     ORDER BY x.id LIMIT ${MOST_VIOLATIONS}`,
  );
  return rows.map(({ id }) => ({ subject: `delivery ${id}`, message: 'waits, and nothing sends it' }));
}

async function brokenDigests(reads: RowReader): Promise<readonly Violation[]> {
  const rows = await reads.rows<{ id: string; what: string }>(
    `SELECT m.id, CASE WHEN s.states > 1 THEN 'is in several states at once'
       WHEN m.status = 'open' AND s.state <> 'pending' THEN 'still gathers, and was sent'
       ELSE 'waits, and nothing sends it' END AS "what"
     FROM mail_digests m JOIN (
       SELECT digest_id, COUNT(DISTINCT state) AS states, MIN(state) AS state FROM deliveries
       WHERE digest_id IS NOT NULL GROUP BY digest_id) s ON s.digest_id = m.id
     WHERE s.states > 1 OR (m.status = 'open' AND s.state <> 'pending') OR (s.state = 'pending' AND NOT EXISTS (
       SELECT 1 FROM outbox o
       WHERE o.job = 'send-digest' AND o.done_at IS NULL AND o.payload = '{"digestId":"' || m.id || '"}'))
     ORDER BY m.id LIMIT ${MOST_VIOLATIONS}`,
  );
  return rows.map(({ id, what }) => ({ subject: `mail ${id}`, message: what }));
}
