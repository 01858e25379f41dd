import type { DataSource, QueryRunner } from 'typeorm';
import { SqliteQueryRunner } from 'typeorm/driver/sqlite/SqliteQueryRunner';
import { bindManager } from './bound-manager';
import { driverError } from './driver-error';
import { sqliteDriver } from './sqlite-connection';
import { translateSqliteError } from './sqlite-errors';
import type { SqliteStatements } from './sqlite-statements';
import type { BoundManager, TransactionSession, Watch } from './transaction-session';
import type { SqlValue } from './unit-of-work.port';

/** The one writing connection of a SQLite file. Its transactions follow one another: the unit of work sees to that. */
export class SqliteSession implements TransactionSession {
  readonly dialect = 'sqlite';
  // DEFERRED, which TypeORM sends, fails at once when another process writes between our read and our write.
  readonly beginSql = 'BEGIN IMMEDIATE';
  private isStuck = false;

  constructor(
    private readonly dataSource: DataSource,
    private readonly statements: SqliteStatements,
  ) {}

  async begin(): Promise<void> {
    if (this.isStuck) await this.statements.change('ROLLBACK', []);
    this.isStuck = false;
    await this.statements.change(this.beginSql, []);
  }

  async commit(): Promise<void> {
    await this.statements.change('COMMIT', []);
  }

  async rollback(): Promise<void> {
    try {
      await this.statements.change('ROLLBACK', []);
    } catch (error) {
      // After a full disk, and when BEGIN failed, SQLite has rolled back by itself. Otherwise the next BEGIN tries again.
      this.isStuck = !driverError(error)?.message.includes('no transaction is active');
    }
  }

  rows(sql: string, params: readonly SqlValue[]): Promise<object[]> {
    return this.statements.rows(sql, params);
  }

  change(sql: string, params: readonly SqlValue[]): Promise<number> {
    return this.statements.change(sql, params);
  }

  bindManager(watch: Watch): BoundManager {
    // Not createQueryRunner(): on SQLite it hands out one shared object, which would stay usable after the transaction.
    const runner: QueryRunner = new SqliteQueryRunner(sqliteDriver(this.dataSource));
    return bindManager(this.dataSource, runner, watch);
  }

  translate(error: unknown): unknown {
    return translateSqliteError(error);
  }
}
