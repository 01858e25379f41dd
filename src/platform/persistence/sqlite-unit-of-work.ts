import type { DataSource } from 'typeorm';
import { NestingGuard } from './nesting-guard';
import type { UnitOfWorkHooks } from './persistence-options';
import { PersistenceError } from './persistence.errors';
import { sqliteConnection } from './sqlite-connection';
import { SqliteSession } from './sqlite-session';
import { SqliteStatements } from './sqlite-statements';
import { transact, wake, type Committed } from './transact';
import type { Closable } from './closable';
import { UnitOfWork, type Tx } from './unit-of-work.port';

/**
 * Units of work on one SQLite connection, one after the other in the order in which they were asked for.
 * TypeORM has one connection for everything there: two transactions at once would become one, and a write beside
 * them would vanish with their rollback.
 */
export class SqliteUnitOfWork extends UnitOfWork implements Closable {
  private readonly guard = new NestingGuard();
  private readonly statements: SqliteStatements;
  private readonly session: SqliteSession;
  private last: Promise<unknown> = Promise.resolve();
  private isClosed = false;

  constructor(
    dataSource: DataSource,
    private readonly hooks: UnitOfWorkHooks = {},
  ) {
    super();
    this.statements = new SqliteStatements(sqliteConnection(dataSource));
    this.session = new SqliteSession(dataSource, this.statements);
  }

  override async run<Result>(work: (tx: Tx) => Promise<Result>): Promise<Result> {
    this.guard.refuseInside();
    if (this.isClosed) throw new PersistenceError('PERSISTENCE.CLOSED');
    const { result, wakeUps } = await this.enqueue(work);
    wake(wakeUps, this.hooks);
    return result;
  }

  /** Lets the waiting units of work finish, takes no new ones and gives the connection free. */
  async close(): Promise<void> {
    this.isClosed = true;
    await this.last;
    await this.statements.close();
  }

  private enqueue<Result>(work: (tx: Tx) => Promise<Result>): Promise<Committed<Result>> {
    const turn = this.last.then(() => transact(this.session, (tx) => this.guard.enter(() => work(tx)), this.hooks));
    // The next one starts whatever became of this one; its caller hears of a failure through `turn`.
    this.last = turn.then(nothing, nothing);
    return turn;
  }
}

function nothing(): void {
  // Only the moment matters.
}
