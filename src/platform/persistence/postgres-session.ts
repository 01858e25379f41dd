import type { PoolClient } from 'pg';
import type { DataSource } from 'typeorm';
import { bindManager } from './bound-manager';
import { PersistenceError } from './persistence.errors';
import { spoilsConnection, translatePostgresError } from './postgres-errors';
import type { PostgresStatements } from './postgres-statements';
import type { BoundManager, TransactionSession, Watch } from './transaction-session';
import type { SqlValue } from './unit-of-work.port';

/** One connection of the pool for one transaction. */
export class PostgresSession implements TransactionSession {
  readonly dialect = 'postgres';
  readonly beginSql = 'BEGIN';
  private fault: Error | undefined;
  // A connection that breaks between two statements says so by an event; unheard, it would end the process.
  private readonly onFault = (error: Error): void => void (this.fault ??= error);

  constructor(
    private readonly dataSource: DataSource,
    private readonly client: PoolClient,
    private readonly statements: PostgresStatements,
  ) {
    client.on('error', this.onFault);
  }

  async begin(): Promise<void> {
    await this.client.query(this.beginSql);
  }

  async commit(): Promise<void> {
    const { command } = await this.client.query('COMMIT');
    // PostgreSQL answers COMMIT of a failed transaction with a friendly "ROLLBACK".
    if (command !== 'COMMIT') throw new PersistenceError('PERSISTENCE.NOT_COMMITTED');
  }

  async rollback(): Promise<void> {
    try {
      await this.client.query('ROLLBACK');
    } catch (error) {
      // The server rolls back by itself when the connection goes, and `release` lets it go.
      this.fault ??= asError(error);
    }
  }

  async rows(sql: string, params: readonly SqlValue[]): Promise<object[]> {
    const { rows } = await this.client.query<object>(this.statements.query(sql, params));
    return rows;
  }

  async change(sql: string, params: readonly SqlValue[]): Promise<number> {
    const { rowCount } = await this.client.query(this.statements.query(sql, params));
    return rowCount ?? 0;
  }

  bindManager(watch: Watch): BoundManager {
    const runner = this.dataSource.createQueryRunner('master');
    // It takes this for its own connection and asks the pool for none; it is never released, since we do that.
    Object.assign(runner, { databaseConnection: this.client });
    return bindManager(this.dataSource, runner, watch);
  }

  translate(error: unknown): unknown {
    if (spoilsConnection(error)) this.fault ??= asError(error);
    return translatePostgresError(error);
  }

  /** Gives the connection back to the pool, or out of it when it is broken. */
  release(): void {
    this.client.removeListener('error', this.onFault);
    this.client.release(this.fault);
  }
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}
