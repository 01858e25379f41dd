import { instant, type Instant } from '../../workflows/kernel';
import {
  claimDue,
  markDispatched,
  markDone,
  markFailed,
  purgeDone,
  releaseClaims,
  releaseForgotten,
  type ClaimedJob,
} from '../../src/platform/persistence/outbox-relay-sql';
import { addToOutbox, type OutboxMessage } from '../../src/platform/persistence/outbox';
import { usePersistence, type DatabaseOf } from '../support/database';
import { openPersistence, type Persistence } from '../../src/platform/persistence/open-persistence';

const at = (minute: number): Instant => instant(`2024-01-19T07:${String(minute).padStart(2, '0')}:00.000Z`);
const MINUTE_MS = 60_000;

/** What the outbox promises, on either database. */
export function outboxContract(database: DatabaseOf): void {
  describe('the outbox', () => {
    const open = usePersistence(database);
    const message = (id: string, changes: Partial<OutboxMessage> = {}): OutboxMessage => ({
      id,
      job: 'send-mail',
      payload: { b: 1, a: 'ă' },
      availableAt: at(0),
      createdAt: at(0),
      ...changes,
    });
    const add = (...messages: OutboxMessage[]): Promise<number> => open().uow.run((tx) => addToOutbox(tx, messages));
    const claim = (now: Instant, worker = 'w1', limit = 100, on: Persistence = open()): Promise<ClaimedJob[]> =>
      on.uow.run((tx) => claimDue(tx, now, worker, limit, MINUTE_MS));
    const dispatch = (id: string, now: Instant): Promise<number> =>
      open().uow.run((tx) => markDispatched(tx, [id], 'w1', now));
    const row = async (id: string): Promise<object | undefined> =>
      (await open().reads.rows('SELECT * FROM outbox WHERE id = ?', [id]))[0];
    const ids = (jobs: readonly ClaimedJob[]): string[] => jobs.map(({ id }) => id);

    beforeEach(() => open().uow.run((tx) => tx.change('DELETE FROM outbox')));

    it('hands out what is due, the longest due first, and nothing before its time', async () => {
      await add(
        message('late', { availableAt: at(2) }),
        message('b'),
        message('a'),
        message('not-yet', { availableAt: at(9) }),
      );
      expect(await claim(at(5))).toEqual([
        { id: 'a', job: 'send-mail', payload: '{"a":"ă","b":1}', attempts: 0, availableAt: at(0) },
        expect.objectContaining({ id: 'b' }),
        expect.objectContaining({ id: 'late' }),
      ]);
      expect(await claim(at(5))).toEqual([]);
    });

    it('hands out no more than asked for', async () => {
      await add(message('a'), message('b'), message('c'));
      expect(ids(await claim(at(1), 'w1', 2))).toEqual(['a', 'b']);
      expect(ids(await claim(at(1), 'w1', 2))).toEqual(['c']);
    });

    it('drops a message whose deduplication key is there already, done or not', async () => {
      const key = { dedupeKey: 'deadline-1' };
      expect(await add(message('a', key), message('b'), message('c', { dedupeKey: 'deadline-2' }))).toBe(3);
      await open().uow.run((tx) => markDone(tx, 'a', at(1)));
      expect(await add(message('d', key), message('e'))).toBe(1);
      expect(ids(await claim(at(1)))).toEqual(['b', 'c', 'e']);
    });

    it('adds thousands of messages and none', async () => {
      expect(await add(...Array.from({ length: 1_200 }, (_, index) => message(`m${index}`)))).toBe(1_200);
      expect(await add()).toBe(0);
    });

    it('never hands one row to two workers', async () => {
      const other = await openPersistence(database(), { entities: [], migrations: [] });
      try {
        await add(...Array.from({ length: 200 }, (_, index) => message(`m${index}`)));
        const batches = await Promise.all(
          Array.from({ length: 20 }, (_, index) => claim(at(1), `w${index}`, 10, index % 2 === 0 ? open() : other)),
        );
        const claimed = batches.flatMap(ids);
        expect(new Set(claimed).size).toBe(claimed.length);
        // A worker that meets only rows that others hold goes away empty-handed; what is left comes next time.
        claimed.push(...ids(await claim(at(1), 'last', 200)));
        expect(claimed.sort()).toEqual(Array.from({ length: 200 }, (_, index) => `m${index}`).sort());
      } finally {
        await other.close();
      }
    });

    it('makes a claim void when its lease is over, or at once when the queue did not take the job', async () => {
      await add(message('a'), message('b'));
      await claim(at(1), 'w1');
      await open().uow.run((tx) => releaseClaims(tx, ['b']));
      expect(ids(await claim(at(1), 'w2'))).toEqual(['b']);
      expect(ids(await claim(at(2), 'w2'))).toEqual(['a', 'b']);
    });

    it('does not hand out again what was dispatched, until it is forgotten', async () => {
      await add(message('a'));
      await claim(at(1));
      expect(await dispatch('a', at(1))).toBe(1);
      expect(await claim(at(30))).toEqual([]);
      expect(await open().uow.run((tx) => releaseForgotten(tx, at(1)))).toBe(0);
      expect(await open().uow.run((tx) => releaseForgotten(tx, at(2)))).toBe(1);
      expect(await claim(at(30))).toEqual([expect.objectContaining({ id: 'a', attempts: 1 })]);
    });

    it('hands out a failed job again at its time, with the count of attempts and the error', async () => {
      await add(message('a'));
      await claim(at(1));
      await dispatch('a', at(1));
      await open().uow.run((tx) => markFailed(tx, 'a', 'no route', { retryAt: at(5) }));
      expect(await row('a')).toMatchObject({ attempts: 1, last_error: 'no route', done_at: null });
      expect(await claim(at(4))).toEqual([]);
      expect(await claim(at(5))).toEqual([expect.objectContaining({ id: 'a', attempts: 1, availableAt: at(5) })]);
    });

    it('keeps a job that was given up and hands it out no more', async () => {
      await add(message('a'));
      await claim(at(1));
      await dispatch('a', at(1));
      await open().uow.run((tx) => markFailed(tx, 'a', 'never', { deadAt: at(2) }));
      expect(await row('a')).toMatchObject({ attempts: 1, last_error: 'never', dead_at: at(2) });
      expect(await open().uow.run((tx) => releaseForgotten(tx, at(50)))).toBe(0);
      expect(await claim(at(50))).toEqual([]);
    });

    it('says once that a job is done', async () => {
      await add(message('a'));
      await claim(at(1));
      await dispatch('a', at(1));
      expect(await open().uow.run((tx) => markDone(tx, 'a', at(2)))).toBe(true);
      expect(await open().uow.run((tx) => markDone(tx, 'a', at(3)))).toBe(false);
      expect(await row('a')).toMatchObject({ done_at: at(2) });
      expect(await open().uow.run((tx) => releaseForgotten(tx, at(50)))).toBe(0);
    });

    it('loses nothing when the worker is faster than the mark of the relay', async () => {
      await add(message('done'), message('failed'));
      await claim(at(1));
      await open().uow.run((tx) => markDone(tx, 'done', at(1)));
      await open().uow.run((tx) => markFailed(tx, 'failed', 'no', { retryAt: at(3) }));
      expect(await open().uow.run((tx) => markDispatched(tx, ['done', 'failed'], 'w1', at(2)))).toBe(0);
      expect(await claim(at(3))).toEqual([expect.objectContaining({ id: 'failed', attempts: 1 })]);
    });

    it('forgets only what was done long ago', async () => {
      await add(message('old'), message('new'), message('open'));
      await open().uow.run((tx) => markDone(tx, 'old', at(1)));
      await open().uow.run((tx) => markDone(tx, 'new', at(5)));
      expect(await open().uow.run((tx) => purgeDone(tx, at(5)))).toBe(1);
      expect(await open().reads.rows('SELECT id FROM outbox ORDER BY id')).toEqual([{ id: 'new' }, { id: 'open' }]);
    });
  });
}
