import { Database, OPEN_READONLY } from 'sqlite3';
import { PersistenceError } from '../persistence.errors';
import { sqliteQuery } from '../sqlite-connection';
import { translateSqliteError } from '../sqlite-errors';
import { BUSY_TIMEOUT_MS } from '../sqlite-pragmas';
import type { BackupContent } from './backup-manifest';

/** Works on a read-only connection of its own and closes it. Throws a PersistenceError naming the file. */
export async function onSqliteFile<Result>(
  file: string,
  work: (database: Database) => Promise<Result>,
): Promise<Result> {
  try {
    const database = await opened(file);
    try {
      await sqliteQuery(database, `PRAGMA busy_timeout = ${BUSY_TIMEOUT_MS}`);
      return await work(database);
    } finally {
      await closed(database);
    }
  } catch (error) {
    throw translateSqliteError(error, file);
  }
}

/** What is in a database file, with the names of its migrations. Throws PERSISTENCE.DAMAGED when it is none of ours. */
export function contentOf(file: string): Promise<BackupContent & { readonly migrations: readonly string[] }> {
  return onSqliteFile(file, async (database) => {
    const names = await namesOf(
      database,
      "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name",
    );
    if (!names.includes('migrations')) throw new PersistenceError('PERSISTENCE.DAMAGED', { file });
    const migrations = await namesOf(database, 'SELECT name FROM migrations ORDER BY "timestamp"');
    const counts = await sqliteQuery(
      database,
      names.map((name) => `SELECT '${name}' AS name, COUNT(*) AS count FROM "${name}"`).join(' UNION ALL '),
    );
    const tables = Object.fromEntries(counts.map(({ name, count }) => [String(name), Number(count)]));
    return { schemaVersion: migrations.at(-1) ?? '', tables, migrations };
  });
}

async function namesOf(database: Database, sql: string): Promise<readonly string[]> {
  return (await sqliteQuery(database, sql)).map(({ name }) => String(name));
}

function opened(file: string): Promise<Database> {
  return new Promise((resolve, reject) => {
    const database = new Database(file, OPEN_READONLY, (error) => (error ? reject(error) : resolve(database)));
  });
}

function closed(database: Database): Promise<void> {
  return new Promise((resolve, reject) => {
    database.close((error) => (error ? reject(error) : resolve()));
  });
}
