import { closeSync, existsSync, mkdirSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import * as sqlite3 from 'sqlite3';
import { DataSource, type DataSourceOptions } from 'typeorm';
import { adaptColumns } from './column-types';
import { PersistenceError } from './persistence.errors';
import { NO_ENTITIES, type Schema, type SqliteOptions } from './persistence-options';
import { QuietLogger } from './quiet-logger';
import { SnakeNaming } from './snake-naming';
import { sqliteConnection, sqliteQuery } from './sqlite-connection';
import { translateSqliteError } from './sqlite-errors';
import { OPENING_TIMEOUT_MS, READER_PRAGMAS, setPragmas, writerPragmas } from './sqlite-pragmas';

// TypeORM calls verbose(), which captures a stack for each statement; without it statements are 1.5 to 1.7 times as fast.
const plainSqlite = { ...sqlite3, verbose: () => plainSqlite };

/**
 * The one writing data source of a file; makes the file and its directory when they are missing.
 * Throws a PersistenceError that says what to do when the path cannot be opened or written, is damaged or is no database.
 */
export async function openSqliteWriter(options: SqliteOptions, schema: Schema): Promise<DataSource> {
  makeForOwner(options.file);
  return opened(options.file, new DataSource(dataSourceOptions(options, schema)), async (database) => {
    await setPragmas(database, { ...writerPragmas(options.synchronous ?? 'FULL'), busy_timeout: OPENING_TIMEOUT_MS });
    // A file without the right to write opens all the same and would fail at the first command only.
    await sqliteQuery(database, 'BEGIN IMMEDIATE');
    await sqliteQuery(database, 'ROLLBACK');
    await setPragmas(database, writerPragmas(options.synchronous ?? 'FULL'));
  });
}

/** A read-only data source on a file that a writer has made: it sees committed rows only and fails on any write. */
export async function openSqliteReader(options: SqliteOptions): Promise<DataSource> {
  const readOnly = { ...dataSourceOptions(options, NO_ENTITIES), flags: sqlite3.OPEN_READONLY };
  return opened(options.file, new DataSource(readOnly), (database) => setPragmas(database, READER_PRAGMAS));
}

/** What TypeORM is given for the writer; also for its command-line tools. */
export function dataSourceOptions(options: SqliteOptions, schema: Schema): DataSourceOptions & { type: 'sqlite' } {
  return {
    type: 'sqlite',
    database: options.file,
    driver: plainSqlite,
    entities: [...schema.entities],
    migrations: [...schema.migrations],
    namingStrategy: new SnakeNaming(),
    synchronize: false,
    logging: false,
    logger: new QuietLogger(),
  };
}

/**
 * Makes a new file that its owner alone can read: it holds the data of people. What SQLite puts beside it takes over its
 * rights. A file that is there keeps those that somebody gave it.
 */
function makeForOwner(file: string): void {
  if (file.includes(':memory:') || existsSync(file)) return;
  try {
    mkdirSync(dirname(file), { recursive: true });
    closeSync(openSync(file, 'a', 0o600));
  } catch (error) {
    throw translateSqliteError(error, file);
  }
}

async function opened(
  file: string,
  dataSource: DataSource,
  prepare: (database: sqlite3.Database) => Promise<void>,
): Promise<DataSource> {
  if (file.includes(':memory:')) throw new PersistenceError('PERSISTENCE.CANNOT_OPEN', { file });
  try {
    await dataSource.initialize();
    const database = sqliteConnection(dataSource);
    await prepare(database);
    // Reads and parses the whole schema: a damaged one is found now.
    await sqliteQuery(database, 'SELECT COUNT(*) FROM sqlite_schema');
    adaptColumns(dataSource);
    return dataSource;
  } catch (error) {
    if (dataSource.isInitialized) await dataSource.destroy();
    throw translateSqliteError(error, file);
  }
}
