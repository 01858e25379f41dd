import type { Instant } from '../../../workflows/kernel';
import type { Ids } from '../../platform/ids/ids.port';
import { addToOutbox, locking, placeholders, type Tx } from '../../platform/persistence';
import { ReminderJob } from '../reminder-jobs';

interface OpenDigest {
  readonly id: string;
  readonly userId: string;
  readonly sendAt: Instant;
}

/** A digest may be sealed between the look and the lock; the next look makes a new one. */
const MOST_TRIES = 3;

/**
 * The open digest of each of these users, a new one where there is none, and a job that sends it: no later than wished here.
 * They are locked until the transaction ends, so that what is put in goes out with them.
 */
export async function openDigests(
  tx: Tx,
  ids: Ids,
  wishes: ReadonlyMap<string, Instant>,
  now: Instant,
): Promise<ReadonlyMap<string, string>> {
  const userIds = [...wishes.keys()].sort();
  const found = new Map<string, OpenDigest>();
  for (let tries = 0; found.size < userIds.length; tries += 1) {
    if (tries === MOST_TRIES) throw new Error('The digests of these users are sealed again and again');
    const missing = userIds.filter((userId) => !found.has(userId));
    await insertMissing(tx, ids, missing, { wishes, now });
    for (const digest of await lockOpen(tx, missing)) found.set(digest.userId, digest);
  }
  await bringForward(tx, [...found.values()], wishes);
  await enqueue(tx, ids, [...found.values()], { wishes, now });
  return new Map([...found.values()].map(({ userId, id }) => [userId, id]));
}

interface Wishes {
  readonly wishes: ReadonlyMap<string, Instant>;
  readonly now: Instant;
}

/** In the order of the users, so that two who do this at once do not wait for each other. */
async function insertMissing(tx: Tx, ids: Ids, userIds: readonly string[], { wishes, now }: Wishes): Promise<void> {
  const rows = userIds.map((userId) => [ids.next(), userId, 'open', wishes.get(userId) ?? now, now]);
  await tx.change(
    `INSERT INTO mail_digests (id, recipient_user_id, status, send_at, created_at)
     VALUES ${rows.map((row) => placeholders(row.length)).join(', ')} ON CONFLICT DO NOTHING`,
    rows.flat(),
  );
}

function lockOpen(tx: Tx, userIds: readonly string[]): Promise<OpenDigest[]> {
  return tx.rows<OpenDigest>(
    `SELECT id, recipient_user_id AS "userId", send_at AS "sendAt" FROM mail_digests
     WHERE status = 'open' AND recipient_user_id IN ${placeholders(userIds.length)}
     ORDER BY recipient_user_id${locking(tx, 'taken')}`,
    userIds,
  );
}

/** A digest that was opened while the clock was ahead does not make others wait until then. */
async function bringForward(
  tx: Tx,
  digests: readonly OpenDigest[],
  wishes: ReadonlyMap<string, Instant>,
): Promise<void> {
  const late = digests.filter(({ userId, sendAt }) => (wishes.get(userId) ?? sendAt) < sendAt);
  if (late.length === 0) return;
  await tx.change(
    `UPDATE mail_digests SET send_at = CASE id ${late.map(() => 'WHEN ? THEN ?').join(' ')} END
     WHERE id IN ${placeholders(late.length)}`,
    [...late.flatMap(({ id, userId, sendAt }) => [id, wishes.get(userId) ?? sendAt]), ...late.map(({ id }) => id)],
  );
}

/** One job for each digest and moment, however many reminders come into it. */
async function enqueue(tx: Tx, ids: Ids, digests: readonly OpenDigest[], { wishes, now }: Wishes): Promise<void> {
  const messages = digests.map(({ id, userId, sendAt }) => {
    const wished = wishes.get(userId) ?? sendAt;
    const availableAt = wished < sendAt ? wished : sendAt;
    const dedupeKey = `${ReminderJob.SendDigest} ${id} ${availableAt}`;
    return {
      id: ids.next(),
      job: ReminderJob.SendDigest,
      payload: { digestId: id },
      dedupeKey,
      availableAt,
      createdAt: now,
    };
  });
  await addToOutbox(tx, messages);
}
