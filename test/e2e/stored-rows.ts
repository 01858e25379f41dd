import { join } from 'node:path';
import { Database, OPEN_READONLY } from 'sqlite3';

const TABLES = "SELECT name FROM sqlite_schema WHERE type = 'table' AND name <> 'event_anchors'";

/** How many rows each table of a running application holds, but for the anchors, which it writes by itself. */
export async function storedRows(directory: string): Promise<Readonly<Record<string, number>>> {
  const database = await opened(join(directory, 'thidua.sqlite'));
  const tables = await rows<{ name: string }>(database, TABLES);
  const counts: Record<string, number> = {};
  for (const { name } of tables) {
    const [counted] = await rows<{ count: number }>(database, `SELECT COUNT(*) AS count FROM "${name}"`);
    counts[name] = counted?.count ?? 0;
  }
  await new Promise<void>((resolve, reject) => {
    database.close((error) => (error ? reject(error) : resolve()));
  });
  return counts;
}

function opened(file: string): Promise<Database> {
  return new Promise((resolve, reject) => {
    const database: Database = new Database(file, OPEN_READONLY, (error) =>
      error ? reject(error) : resolve(database),
    );
  });
}

function rows<Row>(database: Database, sql: string): Promise<Row[]> {
  return new Promise((resolve, reject) => {
    database.all<Row>(sql, (error, found) => (error ? reject(error) : resolve(found)));
  });
}
