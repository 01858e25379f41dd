import type { MigrationInterface } from 'typeorm';
import type { SqlValue } from './unit-of-work.port';

/** Where the data lives and how it is opened. */
export type PersistenceOptions = SqliteOptions | PostgresOptions;

export interface SqliteOptions {
  readonly kind: 'sqlite';
  /** Path of the file; its directory is created. Never `:memory:`: readers have a connection of their own. */
  readonly file: string;
  /** FULL unless the database is thrown away afterwards, as in a rehearsal: OFF loses commits when the machine stops. */
  readonly synchronous?: 'FULL' | 'OFF';
}

export interface PostgresOptions {
  readonly kind: 'postgres';
  /** Holds the password: never log it. */
  readonly url: string;
  /** Connections for writing, and as many again for reading. Default 10. */
  readonly poolSize?: number;
}

/** A class with TypeORM's `@Entity`. */
export type EntityClass = new () => object;

/** A migration whose class name ends in its 13-digit epoch. */
export type MigrationClass = new () => MigrationInterface;

/** What the application brings: platform imports no feature. The platform's own entities and migrations are always there. */
export interface Schema {
  readonly entities: readonly EntityClass[];
  readonly migrations: readonly MigrationClass[];
}

/**
 * What a reader is opened with: it runs SQL and knows no entities. TypeORM builds their metadata for each data source,
 * which is the dearest part of opening one.
 */
export const NO_ENTITIES: Schema = { entities: [], migrations: [] };

/** Hears every statement of a unit of work, BEGIN and COMMIT too. For tests and benchmarks: parameters may be secret. */
export type StatementListener = (sql: string, params: readonly SqlValue[]) => void;

/** Hooks into the unit of work. */
export interface UnitOfWorkHooks {
  readonly onStatement?: StatementListener;
  /** A wake-up after a commit failed. Nothing is lost, but somebody should know. Default: a process warning. */
  readonly onWakeUpError?: (error: unknown) => void;
}
