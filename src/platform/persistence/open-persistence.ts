import type { DataSource } from 'typeorm';
import { closedWith, type Closable } from './closable';
import { migrate } from './migrate';
import type { PersistenceOptions, Schema, UnitOfWorkHooks } from './persistence-options';
import { wholeSchema } from './platform-schema';
import { openPostgresReader, openPostgresWriter } from './postgres-data-source';
import { PostgresReadDatabase } from './postgres-read-database';
import { PostgresUnitOfWork } from './postgres-unit-of-work';
import { openSqliteReader, openSqliteWriter } from './sqlite-data-source';
import { SqliteReadDatabase } from './sqlite-read-database';
import { SqliteUnitOfWork } from './sqlite-unit-of-work';
import type { ReadDatabase, UnitOfWork } from './unit-of-work.port';

/** An open database. */
export interface Persistence {
  readonly uow: UnitOfWork;
  readonly reads: ReadDatabase;
  /** Under the unit of work; for migrations and schema checks only. */
  readonly writer: DataSource;
  /** Waits for running units of work, then closes all connections. */
  close(): Promise<void>;
}

export interface OpenOptions extends Schema, UnitOfWorkHooks {
  /** Brings the schema up to date first. Default true. */
  readonly migrate?: boolean;
}

/** Opens a database without Nest: for the command line, tests and benchmarks. Throws a PersistenceError that says what to do. */
export async function openPersistence(options: PersistenceOptions, open: OpenOptions): Promise<Persistence> {
  const writer = await openWriter(options, open, open.migrate ?? true);
  const reader = await openReader(options).catch(async (error: unknown) => {
    await writer.destroy();
    throw error;
  });
  const uow = unitOfWorkOn(writer, open);
  const reads = readDatabaseOn(reader);
  const close = async (): Promise<void> => {
    await uow.close();
    // The reader before the writer: the last to leave a SQLite file moves everything into it, which a reader may not.
    await reader.destroy();
    await writer.destroy();
  };
  return { uow, reads, writer, close };
}

/** The writing data source with the platform's tables and the features', migrated if asked. */
export async function openWriter(
  options: PersistenceOptions,
  features: Schema,
  isMigrated: boolean,
): Promise<DataSource> {
  const schema = wholeSchema(features);
  const writer = await (options.kind === 'sqlite'
    ? openSqliteWriter(options, schema)
    : openPostgresWriter(options, schema));
  try {
    if (isMigrated) await migrate(writer);
    return writer;
  } catch (error) {
    await writer.destroy();
    throw error;
  }
}

/** The read-only data source, to be opened after the writer, which makes the file. */
export function openReader(options: PersistenceOptions): Promise<DataSource> {
  return options.kind === 'sqlite' ? openSqliteReader(options) : openPostgresReader(options);
}

/** The unit of work on a writing data source; closed with it. */
export function unitOfWorkOn(writer: DataSource, hooks: UnitOfWorkHooks): UnitOfWork & Closable {
  return writer.options.type === 'postgres'
    ? closedWith(writer, new PostgresUnitOfWork(writer, hooks))
    : closedWith(writer, new SqliteUnitOfWork(writer, hooks));
}

/** The read database on a read-only data source; closed with it. */
export function readDatabaseOn(reader: DataSource): ReadDatabase {
  return reader.options.type === 'postgres'
    ? new PostgresReadDatabase(reader)
    : closedWith(reader, new SqliteReadDatabase(reader));
}
