import { Database } from 'sqlite3';
import { SqliteStatements } from './sqlite-statements';

describe(SqliteStatements.name, () => {
  let database: Database;

  beforeEach(async () => {
    database = await new Promise<Database>((resolve) => {
      const opened: Database = new Database(':memory:', () => resolve(opened));
    });
  });

  /** Rejects while a statement is not finalised. */
  const closeDatabase = (): Promise<void> =>
    new Promise((resolve, reject) => database.close((error) => (error ? reject(error) : resolve())));

  it('finalises what it pushes out, what it does not keep, and the rest when it closes', async () => {
    const statements = new SqliteStatements(database, 2);
    for (const one of [1, 2, 3, 1, 4]) expect(await statements.rows(`SELECT ${one} AS one`, [])).toEqual([{ one }]);
    const long = `SELECT '${'x'.repeat(5_000)}' AS long`;
    expect(await statements.rows(long, [])).toHaveLength(1);
    await statements.close();
    await expect(closeDatabase()).resolves.toBeUndefined();
  });

  it('finalises the slower one when two prepare the same text at once', async () => {
    const statements = new SqliteStatements(database);
    const both = await Promise.all([statements.rows('SELECT 1 AS one', []), statements.rows('SELECT 1 AS one', [])]);
    expect(both).toEqual([[{ one: 1 }], [{ one: 1 }]]);
    await statements.close();
    await expect(closeDatabase()).resolves.toBeUndefined();
  });

  it('runs a statement again that failed', async () => {
    const statements = new SqliteStatements(database);
    await statements.change('CREATE TABLE things (id TEXT PRIMARY KEY)', []);
    const insert = (id: string): Promise<number> => statements.change('INSERT INTO things (id) VALUES (?)', [id]);
    expect(await insert('a')).toBe(1);
    await expect(insert('a')).rejects.toThrow('UNIQUE');
    expect(await insert('b')).toBe(1);
    await statements.close();
    await closeDatabase();
  });
});
