import type { EntityManager } from 'typeorm';

/** What a statement takes and gives: text, whole numbers, bytes, nothing. Instants, dates and decimals are text. */
export type SqlValue = string | number | Buffer | null;

/** A row as it comes back: column name to value. */
export type SqlRow = Readonly<Record<string, SqlValue>>;

/**
 * The only place from which anything can be written: a write outside a unit of work does not compile.
 * Placeholders are `?` on both databases.
 */
export interface Tx {
  readonly dialect: Dialect;
  /** Runs a statement that returns rows. */
  rows<Row extends object = SqlRow>(sql: string, params?: readonly SqlValue[]): Promise<Row[]>;
  /** Runs a statement that changes rows; answers how many. */
  change(sql: string, params?: readonly SqlValue[]): Promise<number>;
  /** TypeORM's manager on this very transaction, for registers off the hot path. Never `save()` a state row with it. */
  readonly manager: EntityManager;
  /** Runs after the commit, once; never after a rollback. For wake-ups only: a failure here is logged and loses nothing. */
  afterCommit(wakeUp: () => void): void;
}

/** The reading half of a transaction or of the read database: facts are gathered with it, inside or outside a unit of work. */
export type RowReader = Pick<Tx, 'rows' | 'dialect'>;

export type Dialect = 'sqlite' | 'postgres';

/** Runs work in one transaction: everything it wrote commits together, or nothing does. */
export abstract class UnitOfWork {
  /**
   * Commits when `work` resolves and rolls back when it rejects. No network call inside.
   * Throws NestedUnitOfWorkError when called inside another unit of work; ConcurrencyError when the database
   * gave up because of a competing transaction (deadlock, serialisation failure).
   */
  abstract run<Result>(work: (tx: Tx) => Promise<Result>): Promise<Result>;
}

/** Committed rows only, and no way to write: opened read-only where the database can enforce it. */
export abstract class ReadDatabase {
  abstract readonly dialect: Dialect;
  abstract rows<Row extends object = SqlRow>(sql: string, params?: readonly SqlValue[]): Promise<Row[]>;
}
