import { NestedUnitOfWorkError } from '../../src/platform/errors/platform.errors';
import type { StatementListener } from '../../src/platform/persistence/persistence-options';
import { UniqueViolationError } from '../../src/platform/persistence/persistence.errors';
import { UnitOfWork, type Tx } from '../../src/platform/persistence/unit-of-work.port';
import { usePersistence, type DatabaseOf } from '../support/database';
import { aMoment } from './moment';
import { specimenSchema } from './specimen';

const INSERT = 'INSERT INTO specimens (id, name, version) VALUES (?, ?, 1)';

/** What a unit of work promises, on either database. */
export function unitOfWorkContract(database: DatabaseOf): void {
  describe(UnitOfWork.name, () => {
    const heard = jest.fn<undefined, Parameters<StatementListener>>();
    const onWakeUpError = jest.fn<undefined, [unknown]>();
    const open = usePersistence(database, { ...specimenSchema, onStatement: heard, onWakeUpError });
    const namesIn = (reads: Pick<Tx, 'rows'>, prefix: string): Promise<{ name: string }[]> =>
      reads.rows('SELECT name FROM specimens WHERE name LIKE ? ORDER BY name', [`${prefix}%`]);
    const stored = async (prefix: string): Promise<string[]> =>
      (await namesIn(open().reads, prefix)).map(({ name }) => name);

    it('keeps every row of 200 units of work at once, of which every tenth fails, and no other', async () => {
      const outcomes = await Promise.allSettled(
        Array.from({ length: 200 }, (_, index) =>
          open().uow.run(async (tx) => {
            await tx.change(INSERT, [`many-${index}`, `many-${index}-a`]);
            await tx.change('UPDATE specimens SET name = ?, version = 2 WHERE id = ?', [
              `many-${index}`,
              `many-${index}`,
            ]);
            if (index % 10 === 0) throw new Error(`number ${index} fails`);
            return index;
          }),
        ),
      );
      const expected = Array.from({ length: 200 }, (_, index) => index).filter((index) => index % 10 !== 0);
      expect(outcomes.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []))).toEqual(expected);
      expect(await stored('many-')).toEqual(expected.map((index) => `many-${index}`).sort());
    });

    it('writes nothing when the work rejects, and gives the rejection to the caller', async () => {
      const error = new Error('no');
      const work = open().uow.run(async (tx) => {
        await tx.change(INSERT, ['rolled-back', 'rolled-back']);
        throw error;
      });
      await expect(work).rejects.toBe(error);
      expect(await stored('rolled-back')).toEqual([]);
    });

    it('refuses a unit of work inside another at once', async () => {
      const inner = jest.fn();
      await expect(open().uow.run(() => open().uow.run(inner))).rejects.toThrow(NestedUnitOfWorkError);
      expect(inner).not.toHaveBeenCalled();
      await expect(open().uow.run(() => Promise.resolve('next'))).resolves.toBe('next');
    });

    it('is not inside another when that one is over, whoever started it', async () => {
      let later: () => Promise<string> = () => Promise.resolve('');
      const over = aMoment();
      await open().uow.run(() => {
        const waiting = over.reached.then(() => open().uow.run(() => Promise.resolve('started inside')));
        later = () => waiting;
        return Promise.resolve();
      });
      over.reach();
      await expect(later()).resolves.toBe('started inside');
    });

    it('shows its own writes inside and only committed rows to the read database', async () => {
      await open().uow.run(async (tx) => {
        await tx.change(INSERT, ['visible', 'visible']);
        expect(await namesIn(tx, 'visible')).toHaveLength(1);
        expect(await stored('visible')).toEqual([]);
      });
      expect(await stored('visible')).toEqual(['visible']);
    });

    it('refuses every write through the read database', async () => {
      await expect(open().reads.rows(INSERT, ['sneaked', 'sneaked'])).rejects.toMatchObject({
        code: 'PERSISTENCE.NOT_WRITABLE',
      });
      expect(await stored('sneaked')).toEqual([]);
    });

    it('rolls back when a statement failed, even if the work caught the failure', async () => {
      const work = open().uow.run(async (tx) => {
        await tx.change(INSERT, ['spoiled', 'spoiled']);
        await expect(tx.change(INSERT, ['spoiled', 'spoiled-twice'])).rejects.toThrow(UniqueViolationError);
      });
      await expect(work).rejects.toMatchObject({ code: 'PERSISTENCE.NOT_COMMITTED' });
      expect(await stored('spoiled')).toEqual([]);
    });

    it('rolls back when a statement was not awaited', async () => {
      let forgotten: Promise<unknown> = Promise.resolve();
      const work = open().uow.run((tx) => {
        forgotten = tx.change(INSERT, ['forgotten', 'forgotten']);
        return Promise.resolve();
      });
      await expect(work).rejects.toMatchObject({ code: 'PERSISTENCE.NOT_COMMITTED' });
      await forgotten;
      expect(await stored('forgotten')).toEqual([]);
    });

    it('takes no statement after its end', async () => {
      const kept = await open().uow.run((tx) => Promise.resolve({ tx, manager: tx.manager }));
      const over = { code: 'PERSISTENCE.UNIT_OF_WORK_OVER' };
      await expect(kept.tx.change(INSERT, ['late', 'late'])).rejects.toMatchObject(over);
      const row = { id: 'late', name: 'late', version: 1 };
      await expect(kept.manager.insert('specimens', row)).rejects.toMatchObject(over);
      expect(() => kept.tx.manager).toThrow(expect.objectContaining(over));
      expect(() => kept.tx.afterCommit(() => undefined)).toThrow(expect.objectContaining(over));
      expect(await stored('late')).toEqual([]);
    });

    it('rolls back when the database refuses the commit, and the next one works', async () => {
      await open().writer.query('CREATE TABLE parents (id INTEGER PRIMARY KEY)');
      await open().writer.query(
        'CREATE TABLE children (parent_id INTEGER REFERENCES parents (id) DEFERRABLE INITIALLY DEFERRED)',
      );
      const work = open().uow.run(async (tx) => {
        await tx.change(INSERT, ['orphan', 'orphan']);
        await tx.change('INSERT INTO children (parent_id) VALUES (7)');
      });
      await expect(work).rejects.toThrow(/foreign key/i);
      await open().uow.run((tx) => tx.change(INSERT, ['after-orphan', 'after-orphan']));
      expect(await stored('orphan')).toEqual([]);
      expect(await stored('after-orphan')).toEqual(['after-orphan']);
    });

    it('lets one of 20 guarded updates of one version through', async () => {
      await open().uow.run((tx) => tx.change(INSERT, ['raced', 'raced']));
      const changes = await Promise.all(
        Array.from({ length: 20 }, () =>
          open().uow.run((tx) => tx.change("UPDATE specimens SET version = 2 WHERE id = 'raced' AND version = 1")),
        ),
      );
      expect(changes.filter((count) => count === 1)).toHaveLength(1);
      expect(changes.filter((count) => count === 0)).toHaveLength(19);
    });

    describe('afterCommit', () => {
      it('wakes once after the commit, when others can read what was written', async () => {
        const woken = jest.fn();
        const seen: Promise<string[]>[] = [];
        await open().uow.run(async (tx) => {
          tx.afterCommit(() => {
            woken();
            seen.push(stored('woken'));
          });
          await tx.change(INSERT, ['woken', 'woken']);
          expect(woken).not.toHaveBeenCalled();
        });
        expect(woken).toHaveBeenCalledTimes(1);
        expect(await Promise.all(seen)).toEqual([['woken']]);
      });

      it('may start another unit of work', async () => {
        let next: Promise<number> = Promise.resolve(0);
        await open().uow.run((tx) => {
          tx.afterCommit(() => {
            next = open().uow.run((inner) => inner.change(INSERT, ['chained', 'chained']));
          });
          return Promise.resolve();
        });
        await expect(next).resolves.toBe(1);
      });

      it('never wakes after a rollback', async () => {
        const woken = jest.fn();
        const work = open().uow.run((tx) => {
          tx.afterCommit(woken);
          return Promise.reject(new Error('no'));
        });
        await expect(work).rejects.toThrow('no');
        expect(woken).not.toHaveBeenCalled();
      });

      it('tells of a wake-up that fails and keeps the result', async () => {
        const error = new Error('nobody there');
        const result = open().uow.run((tx) => {
          tx.afterCommit(() => {
            throw error;
          });
          return Promise.resolve('kept');
        });
        await expect(result).resolves.toBe('kept');
        expect(onWakeUpError).toHaveBeenCalledWith(error);
      });
    });

    it('lets a listener hear every statement, from BEGIN to COMMIT', async () => {
      heard.mockClear();
      await open().uow.run((tx) => tx.change(INSERT, ['heard', 'heard']));
      const statements = heard.mock.calls.map(([sql, params]) => [sql.split(' ')[0], params.length]);
      expect(statements).toEqual([
        ['BEGIN', 0],
        ['INSERT', 2],
        ['COMMIT', 0],
      ]);
    });
  });
}
