import { ConcurrencyError } from '../../src/platform/errors/platform.errors';
import type { SqlRow } from '../../src/platform/persistence/unit-of-work.port';
import { usePersistence, type DatabaseOf } from '../support/database';
import { specimenSchema } from './specimen';

/** Where the two databases differ by nature and must not for us. */
export function sqlDialectContract(database: DatabaseOf): void {
  describe('SQL', () => {
    const open = usePersistence(database, specimenSchema);
    const insert = (rows: readonly (readonly [string, string, number?])[]): Promise<void> =>
      open().uow.run(async (tx) => {
        await tx.change('DELETE FROM specimens');
        for (const [id, name, amount] of rows) {
          await tx.change('INSERT INTO specimens (id, name, version, amount) VALUES (?, ?, 1, ?)', [
            id,
            name,
            amount ?? null,
          ]);
        }
      });

    it('orders text by its bytes', async () => {
      await insert(['đ', 'a', 'Z', 'ă', 'z', 'A', '/b/', '/b'].map((name, index) => [`${index}`, name]));
      const rows = await open().reads.rows<{ name: string }>('SELECT name FROM specimens ORDER BY name');
      expect(rows.map(({ name }) => name)).toEqual(['/b', '/b/', 'A', 'Z', 'a', 'z', 'ă', 'đ']);
    });

    it('tells capitals from small letters in LIKE, in the unit of work and outside', async () => {
      await insert([
        ['1', '/Ward/'],
        ['2', '/ward/'],
      ]);
      const sql = "SELECT id FROM specimens WHERE name LIKE '/w%'";
      expect(await open().reads.rows(sql)).toEqual([{ id: '2' }]);
      expect(await open().uow.run((tx) => tx.rows(sql))).toEqual([{ id: '2' }]);
    });

    it('answers counts and sums as numbers', async () => {
      await insert([
        ['1', 'a', 4_000_000_000],
        ['2', 'b', 9_007_199_254_740_991 - 4_000_000_000],
      ]);
      const sql = 'SELECT COUNT(*) AS count, MAX(amount) AS most FROM specimens';
      expect(await open().reads.rows(sql)).toEqual([{ count: 2, most: 9_007_195_254_740_991 }]);
      expect(await open().uow.run((tx) => tx.rows(sql))).toEqual([{ count: 2, most: 9_007_195_254_740_991 }]);
    });

    it('takes a question mark in quotes and comments for what it is', async () => {
      const sql = `SELECT 'who''s there?' AS "so?", ? AS name /* really? */ -- yes?`;
      const cast = sql.replace(', ?', ', CAST(? AS TEXT)');
      expect(await open().reads.rows(cast, ['Hòa'])).toEqual([{ 'so?': "who's there?", name: 'Hòa' }]);
    });

    it('answers null for nothing and keeps text as it is', async () => {
      await insert([['1', 'Thi đua là yêu nước \u0000 “0”'.replace('\u0000', '\n')]]);
      expect(await open().reads.rows('SELECT id, name, version, amount FROM specimens')).toEqual([
        { id: '1', name: 'Thi đua là yêu nước \n “0”', version: 1, amount: null },
      ]);
    });

    it('answers the rows that RETURNING names', async () => {
      await insert([
        ['1', 'a'],
        ['2', 'b'],
      ]);
      const rows = await open().uow.run((tx) =>
        tx.rows('UPDATE specimens SET version = 5 WHERE id = ? RETURNING id, version', ['2']),
      );
      expect(rows).toEqual([{ id: '2', version: 5 }]);
    });

    it('goes on with its prepared statements after a migration changed the table', async () => {
      await insert([['1', 'a']]);
      const sql = 'SELECT * FROM specimens WHERE id = ?';
      const both = async (): Promise<SqlRow[]> => [
        ...(await untilNoConflict(() => open().uow.run((tx) => tx.rows(sql, ['1'])))),
        ...(await untilNoConflict(() => open().reads.rows(sql, ['1']))),
      ];
      expect(await both()).not.toContainEqual(expect.objectContaining({ added: null }));
      await open().writer.query('ALTER TABLE specimens ADD COLUMN added TEXT');
      expect(await both()).toEqual([
        expect.objectContaining({ added: null }),
        expect.objectContaining({ added: null }),
      ]);
    });

    it('runs more different statements than it keeps prepared', async () => {
      await insert([['1', 'a']]);
      for (let index = 0; index < 600; index += 1) {
        expect(await open().reads.rows(`SELECT ${index} AS number FROM specimens`)).toEqual([{ number: index }]);
      }
    });

    it('takes thousands of values in one statement', async () => {
      const ids = Array.from({ length: 5_000 }, (_, index) => `${index}`);
      await open().uow.run(async (tx) => {
        await tx.change('DELETE FROM specimens');
        const rows = ids.map(() => '(?, ?, 1)').join(', ');
        const values = ids.flatMap((id) => [id, `name ${id}`]);
        expect(await tx.change(`INSERT INTO specimens (id, name, version) VALUES ${rows}`, values)).toBe(5_000);
      });
    });
  });
}

/** As the runner does: on PostgreSQL each connection stumbles once over its old plan. */
async function untilNoConflict<Result>(work: () => Promise<Result>, attempts = 12): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof ConcurrencyError) || attempts === 0) throw error;
    return untilNoConflict(work, attempts - 1);
  }
}
