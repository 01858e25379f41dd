import type { EntityManager } from 'typeorm';
import type { Dialect, SqlValue } from './unit-of-work.port';

/** Runs one statement of the manager under the eyes of the transaction. */
export type Watch = <Result>(
  sql: string,
  params: readonly SqlValue[],
  statement: () => Promise<Result>,
) => Promise<Result>;

/** TypeORM's manager on the connection of a session. */
export interface BoundManager {
  readonly manager: EntityManager;
  /** Makes it unusable, so that nothing is written through it after the transaction. */
  end(): void;
}

/** One connection in one transaction: what the two databases do differently. */
export interface TransactionSession {
  readonly dialect: Dialect;
  /** The statement that `begin` sends. */
  readonly beginSql: string;
  begin(): Promise<void>;
  /** Rejects when the database rolled back instead. */
  commit(): Promise<void>;
  /** Never rejects: a connection that cannot roll back is not used again as it is. */
  rollback(): Promise<void>;
  rows(sql: string, params: readonly SqlValue[]): Promise<object[]>;
  change(sql: string, params: readonly SqlValue[]): Promise<number>;
  bindManager(watch: Watch): BoundManager;
  /** The application's error for one of the driver; any other error as it is. */
  translate(error: unknown): unknown;
}
