import type { DataSource } from 'typeorm';
import type { Closable } from './closable';
import { NestingGuard } from './nesting-guard';
import type { UnitOfWorkHooks } from './persistence-options';
import { PersistenceError } from './persistence.errors';
import { postgresPool } from './postgres-data-source';
import { translatePostgresError } from './postgres-errors';
import { PostgresSession } from './postgres-session';
import { PostgresStatements } from './postgres-statements';
import { transact, wake } from './transact';
import { UnitOfWork, type Tx } from './unit-of-work.port';

/**
 * Units of work on a pool of connections, as many at once as it holds. READ COMMITTED: what must not race is guarded by
 * the lock on a row (`locking`), by its version, or by a unique constraint.
 */
export class PostgresUnitOfWork extends UnitOfWork implements Closable {
  private readonly guard = new NestingGuard();
  private readonly statements = new PostgresStatements();
  private readonly open = new Set<Promise<unknown>>();
  private isClosed = false;

  constructor(
    private readonly dataSource: DataSource,
    private readonly hooks: UnitOfWorkHooks = {},
  ) {
    super();
  }

  override async run<Result>(work: (tx: Tx) => Promise<Result>): Promise<Result> {
    this.guard.refuseInside();
    if (this.isClosed) throw new PersistenceError('PERSISTENCE.CLOSED');
    const running = this.onConnection(work);
    this.open.add(running);
    try {
      return await running;
    } finally {
      this.open.delete(running);
    }
  }

  /** Lets the running units of work finish and takes no new ones. */
  async close(): Promise<void> {
    this.isClosed = true;
    await Promise.allSettled(this.open);
  }

  private async onConnection<Result>(work: (tx: Tx) => Promise<Result>): Promise<Result> {
    const session = await this.connect();
    let committed;
    try {
      committed = await transact(session, (tx) => this.guard.enter(() => work(tx)), this.hooks);
    } finally {
      session.release();
    }
    wake(committed.wakeUps, this.hooks);
    return committed.result;
  }

  private async connect(): Promise<PostgresSession> {
    try {
      return new PostgresSession(this.dataSource, await postgresPool(this.dataSource).connect(), this.statements);
    } catch (error) {
      throw translatePostgresError(error);
    }
  }
}
