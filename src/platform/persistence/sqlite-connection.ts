import { Database } from 'sqlite3';
import type { DataSource } from 'typeorm';
import { SqliteDriver } from 'typeorm/driver/sqlite/SqliteDriver';
import type { SqlRow } from './unit-of-work.port';

/** The bare connection under a SQLite data source; there is exactly one. */
export function sqliteConnection(dataSource: DataSource): Database {
  const databaseConnection: unknown = sqliteDriver(dataSource).databaseConnection;
  if (databaseConnection instanceof Database) return databaseConnection;
  throw new TypeError('The SQLite data source is not connected');
}

/** TypeORM's driver under a SQLite data source. */
export function sqliteDriver({ driver }: DataSource): SqliteDriver {
  if (driver instanceof SqliteDriver) return driver;
  throw new TypeError('Not a data source of the driver sqlite3');
}

/** Runs one unprepared statement on the bare connection: for settings and for opening, not for work. */
export function sqliteQuery(database: Database, sql: string): Promise<SqlRow[]> {
  return new Promise((resolve, reject) => {
    database.all(sql, (error: Error | null, rows: SqlRow[]) => (error ? reject(error) : resolve(rows)));
  });
}
