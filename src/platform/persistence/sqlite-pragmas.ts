import type { Database } from 'sqlite3';
import { driverError } from './driver-error';
import { PersistenceError } from './persistence.errors';
import type { SqliteOptions } from './persistence-options';
import { sqliteQuery } from './sqlite-connection';

/** How long a statement waits for another process's lock, in milliseconds. */
export const BUSY_TIMEOUT_MS = 5_000;
/** Longer while opening: another process may be migrating. */
export const OPENING_TIMEOUT_MS = 60_000;

/**
 * Memory for pages, in KiB, negative as SQLite wants it: with its own 2 MB a table of 20,000 cases is read from the file
 * again and again. Taken only as it fills.
 */
const CACHE_KIB = -65_536;

const SYNCHRONOUS = { OFF: 0, FULL: 2 } as const;

/** A switch of SQLite and the number or word it must answer with. */
type Settings = Readonly<Record<string, string | number>>;

/** What a writing connection is set to. */
export function writerPragmas(synchronous: NonNullable<SqliteOptions['synchronous']>): Settings {
  return {
    busy_timeout: BUSY_TIMEOUT_MS,
    journal_mode: 'wal',
    synchronous: SYNCHRONOUS[synchronous],
    foreign_keys: 1,
    // INSERT OR REPLACE deletes without a word to the triggers that keep events for ever, unless this is on.
    recursive_triggers: 1,
    // What is erased is overwritten.
    secure_delete: 1,
    cache_size: CACHE_KIB,
  };
}

/** What a reading connection is set to. */
export const READER_PRAGMAS: Settings = { busy_timeout: BUSY_TIMEOUT_MS, query_only: 1, cache_size: CACHE_KIB };

/**
 * Sets the pragmas and asks each one back, since SQLite answers one it cannot honour with silence.
 * Throws PERSISTENCE.UNSUITABLE naming the first that did not take, for example WAL on a network share.
 */
export async function setPragmas(database: Database, settings: Settings): Promise<void> {
  // PostgreSQL's LIKE tells "a" from "A"; SQLite's does only when told, and cannot be asked whether it was.
  await sqliteQuery(database, 'PRAGMA case_sensitive_like = ON');
  for (const [pragma, expected] of Object.entries(settings)) {
    await setPatiently(database, `PRAGMA ${pragma} = ${expected}`);
    const [row] = await sqliteQuery(database, `PRAGMA ${pragma}`);
    const actual = row && Object.values(row)[0];
    if (actual !== expected) throw new PersistenceError('PERSISTENCE.UNSUITABLE', { pragma, expected, actual });
  }
}

/**
 * Two processes that turn a fresh file to WAL at once get SQLITE_BUSY whatever the timeout, since each holds the lock
 * that the other waits for. It passes within milliseconds.
 */
async function setPatiently(database: Database, sql: string, attempts = 100): Promise<void> {
  try {
    await sqliteQuery(database, sql);
  } catch (error) {
    if (driverError(error)?.code !== 'SQLITE_BUSY' || attempts <= 1) throw error;
    await new Promise((resolve) => setTimeout(resolve, 20));
    await setPatiently(database, sql, attempts - 1);
  }
}
