import { Database } from 'sqlite3';
import type { SqlValue } from '../../persistence/unit-of-work.port';
import { InvalidRequestError } from '../problems/http.errors';
import { decodeCursor, encodeCursor } from './cursor';
import { keysetPage, pageOf, type Keyset } from './keyset-page';
import type { PageQuery } from './page-query.request';

interface Row {
  readonly id: string;
  readonly title: string;
}

const query = (database: Database, sql: string, params: readonly SqlValue[] = []): Promise<Row[]> =>
  new Promise((resolve, reject) => {
    database.all<Row>(sql, params, (error, rows) => (error ? reject(error) : resolve(rows)));
  });

describe(keysetPage.name, () => {
  let database: Database;
  beforeAll(async () => {
    database = new Database(':memory:');
    await query(database, 'CREATE TABLE things (id TEXT PRIMARY KEY, title TEXT NOT NULL)');
    // Three titles over twenty rows: equal values must not be lost between pages.
    for (let index = 0; index < 20; index += 1) {
      await query(database, 'INSERT INTO things VALUES (?, ?)', [`id-${index % 7}-${index}`, `title ${index % 3}`]);
    }
  });
  afterAll(() => new Promise<void>((resolve) => database.close(() => resolve())));

  it.each(['asc', 'desc'] as const)('reads every row once and in order, %s', async (direction) => {
    const keyset: Keyset = { name: 'things.title', sortColumn: 'title', idColumn: 'id', direction };
    const seen: string[] = [];
    let cursor: string | null | undefined;
    while (cursor !== null) {
      const asked: PageQuery = { limit: 3, ...(cursor === undefined ? {} : { cursor }) };
      const { where, orderBy, limit } = keysetPage(keyset, asked);
      const sql = `SELECT id, title FROM things WHERE ${where.sql} ORDER BY ${orderBy} LIMIT ${limit}`;
      const page = pageOf(keyset, asked, await query(database, sql, where.params), {
        key: (row) => ({ value: row.title, id: row.id }),
        item: (row) => row.id,
      });
      expect(page.items.length).toBeLessThanOrEqual(3);
      seen.push(...page.items);
      cursor = page.nextCursor;
    }
    const all = await query(database, `SELECT id FROM things ORDER BY title ${direction}, id ${direction}`);
    expect(seen).toEqual(all.map(({ id }) => id));
  });

  it('has no next page when the rows end with the page', () => {
    const keyset: Keyset = { name: 'x', sortColumn: 'a', idColumn: 'b', direction: 'asc' };
    const map = { key: (id: string) => ({ value: id, id }), item: (id: string) => id };
    expect(pageOf(keyset, { limit: 2 }, ['a', 'b'], map).nextCursor).toBeNull();
    expect(pageOf(keyset, { limit: 2 }, [], map)).toEqual({ items: [], nextCursor: null });
    expect(pageOf(keyset, { limit: 2 }, ['a', 'b', 'c'], map).nextCursor).not.toBeNull();
  });
});

describe(decodeCursor.name, () => {
  it('gives back what was encoded, Vietnamese letters included', () => {
    const key = { value: 'Đơn vị', id: '7' };
    expect(decodeCursor('units.name.asc', encodeCursor('units.name.asc', key))).toEqual(key);
  });

  it.each([
    ['of another order', encodeCursor('other', { value: 1, id: '1' })],
    ['with more in it', Buffer.from('["x",1,"1",2]').toString('base64url')],
    ['with an object in it', Buffer.from('["x",{},"1"]').toString('base64url')],
    ['that is no list', Buffer.from('{}').toString('base64url')],
    ['that is no JSON', 'AAAA'],
    ['that no database takes as text', encodeCursor('x', { value: 'a\0', id: '1' })],
    ['with half a letter in it', Buffer.from('["x",1,"\\ud800"]').toString('base64url')],
  ])('refuses a cursor %s', (_, cursor) => {
    expect(() => decodeCursor('x', cursor)).toThrow(InvalidRequestError);
  });
});
