import { ConcurrencyError } from '../../src/platform/errors/platform.errors';
import { openPersistence, type Persistence } from '../../src/platform/persistence/open-persistence';
import { postgresPool } from '../../src/platform/persistence/postgres-data-source';
import { PostgresSession } from '../../src/platform/persistence/postgres-session';
import { PostgresStatements } from '../../src/platform/persistence/postgres-statements';
import type { Tx } from '../../src/platform/persistence/unit-of-work.port';
import { describePostgresDatabase, usePersistence } from '../support/database';
import { aMoment } from './moment';
import { specimenSchema } from './specimen';

const INSERT = "INSERT INTO specimens (id, name, version) VALUES (?, 'x', 1)";
const TOUCH = 'UPDATE specimens SET version = version + 1 WHERE id = ?';

describePostgresDatabase('a PostgreSQL server', (database) => {
  describe('in use', () => {
    const open = usePersistence(database, specimenSchema);

    it('gives one of two deadlocked units of work a conflict and lets the other commit', async () => {
      await open().uow.run(async (tx) => {
        for (const id of ['one', 'two']) await tx.change(INSERT, [id]);
      });
      const [metOne, metTwo] = [aMoment(), aMoment()];
      const work = (first: string, second: string, arrive: () => void, other: Promise<void>) => async (tx: Tx) => {
        await tx.change(TOUCH, [first]);
        arrive();
        await other;
        await tx.change(TOUCH, [second]);
      };
      const outcomes = await Promise.allSettled([
        open().uow.run(work('one', 'two', metOne.reach, metTwo.reached)),
        open().uow.run(work('two', 'one', metTwo.reach, metOne.reached)),
      ]);
      const errors = outcomes.flatMap((one) => (one.status === 'rejected' ? [one.reason as unknown] : []));
      expect(errors).toEqual([expect.any(ConcurrencyError)]);
      expect(await open().reads.rows('SELECT version FROM specimens')).toEqual([{ version: 2 }, { version: 2 }]);
    });

    it('tells that a connection broke, writes nothing of that work, and the next one works', async () => {
      const pool = postgresPool(open().writer);
      const work = open().uow.run(async (tx) => {
        await tx.change(INSERT, ['lost']);
        const [own] = await tx.rows<{ pid: number }>('SELECT pg_backend_pid() AS pid');
        await pool.query('SELECT pg_terminate_backend($1)', [own!.pid]);
        const isThere = 'SELECT 1 FROM pg_stat_activity WHERE pid = $1';
        while ((await pool.query(isThere, [own!.pid])).rows.length > 0);
        // A few more turns, in which the news arrives while no statement is waiting for an answer.
        for (let turn = 0; turn < 20; turn += 1) await pool.query('SELECT 1');
        await tx.change(INSERT, ['lost-too']);
      });
      await expect(work).rejects.toMatchObject({ code: 'PERSISTENCE.OUT_OF_REACH' });
      await open().uow.run((tx) => tx.change(INSERT, ['next']));
      expect(await open().reads.rows("SELECT id FROM specimens WHERE id IN ('lost', 'next')")).toEqual([
        { id: 'next' },
      ]);
    });

    it('does not take its friendly answer to the commit of a failed transaction for a commit', async () => {
      const { writer } = open();
      const session = new PostgresSession(writer, await postgresPool(writer).connect(), new PostgresStatements());
      try {
        await session.begin();
        await expect(session.rows('SELECT nothing', [])).rejects.toThrow(/nothing/);
        await expect(session.commit()).rejects.toMatchObject({ code: 'PERSISTENCE.NOT_COMMITTED' });
      } finally {
        session.release();
      }
    });

    it('refuses to empty the event log', async () => {
      await expect(open().uow.run((tx) => tx.change('TRUNCATE events'))).rejects.toThrow(/append only/);
    });
  });

  it('does not stand still with many more units of work than connections', async () => {
    const { url } = database() as { url: string };
    const persistence = await openPersistence({ kind: 'postgres', url, poolSize: 2 }, specimenSchema);
    const work = (index: number): Promise<number> =>
      persistence.uow.run(async (tx) => {
        await tx.manager.query('SELECT 1');
        return tx.change(INSERT, [`pool-${index}`]);
      });
    expect(await Promise.all(Array.from({ length: 50 }, (_, index) => work(index)))).toHaveLength(50);
    await persistence.close();
  });

  it.each([
    ['is not there', 'postgres://postgres@127.0.0.1:1/none', 'PERSISTENCE.OUT_OF_REACH'],
    ['has no such database', undefined, 'PERSISTENCE.CANNOT_OPEN'],
  ])('is refused at once when it %s', async (_, fixed, code) => {
    const missing = new URL((database() as { url: string }).url);
    missing.pathname = '/thidua_no_such_database';
    const opening = openPersistence({ kind: 'postgres', url: fixed ?? missing.href }, specimenSchema);
    await expect(opening).rejects.toMatchObject({ code });
  });

  it('is refused when the address overrides the settings that the promises rest on', async () => {
    const url = new URL((database() as { url: string }).url);
    url.searchParams.set('options', '-c timezone=Asia/Ho_Chi_Minh');
    const opening: Promise<Persistence> = openPersistence({ kind: 'postgres', url: url.href }, specimenSchema);
    await expect(opening).rejects.toMatchObject({
      code: 'PERSISTENCE.UNSUITABLE',
      details: { setting: 'timezone', expected: 'UTC', actual: 'Asia/Ho_Chi_Minh' },
    });
  });
});
