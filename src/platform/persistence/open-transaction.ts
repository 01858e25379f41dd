import type { EntityManager } from 'typeorm';
import type { StatementListener } from './persistence-options';
import { PersistenceError } from './persistence.errors';
import type { BoundManager, TransactionSession } from './transaction-session';
import type { Dialect, SqlRow, SqlValue, Tx } from './unit-of-work.port';

const NO_PARAMS: readonly SqlValue[] = [];

/**
 * The `tx` that work gets. It watches every statement, because both databases must behave alike:
 * after a failed statement PostgreSQL commits nothing while SQLite would commit the rest, so that one failure,
 * even a caught one, spoils the whole; and a statement that nobody awaited must not slip behind the COMMIT.
 */
export class OpenTransaction implements Tx {
  readonly dialect: Dialect;
  readonly wakeUps: (() => void)[] = [];
  private bound: BoundManager | undefined;
  private failure: { readonly error: unknown } | undefined;
  private isOver = false;
  private running = 0;
  private onSettled: (() => void) | undefined;

  constructor(
    private readonly session: TransactionSession,
    private readonly listener?: StatementListener,
  ) {
    this.dialect = session.dialect;
  }

  rows<Row extends object = SqlRow>(sql: string, params: readonly SqlValue[] = NO_PARAMS): Promise<Row[]> {
    return this.watch(sql, params, () => this.session.rows(sql, params) as Promise<Row[]>);
  }

  change(sql: string, params: readonly SqlValue[] = NO_PARAMS): Promise<number> {
    return this.watch(sql, params, () => this.session.change(sql, params));
  }

  get manager(): EntityManager {
    this.refuseAfterEnd();
    this.bound ??= this.session.bindManager((sql, params, statement) => this.watch(sql, params, statement));
    return this.bound.manager;
  }

  afterCommit(wakeUp: () => void): void {
    this.refuseAfterEnd();
    this.wakeUps.push(wakeUp);
  }

  /** Takes no further statement and waits for those still running. Answers why the work must not be committed, if so. */
  async end(): Promise<PersistenceError | undefined> {
    this.isOver = true;
    const unawaited = this.running;
    if (unawaited > 0) await new Promise<void>((resolve) => (this.onSettled = resolve));
    this.bound?.end();
    if (unawaited > 0) return new PersistenceError('PERSISTENCE.NOT_COMMITTED', { unawaitedStatements: unawaited });
    return this.failure && new PersistenceError('PERSISTENCE.NOT_COMMITTED', {}, { cause: this.failure.error });
  }

  private async watch<Result>(
    sql: string,
    params: readonly SqlValue[],
    statement: () => Promise<Result>,
  ): Promise<Result> {
    this.refuseAfterEnd();
    this.listener?.(sql, params);
    this.running += 1;
    try {
      return await statement();
    } catch (error) {
      const translated = this.session.translate(error);
      this.failure ??= { error: translated };
      throw translated;
    } finally {
      this.running -= 1;
      if (this.running === 0) this.onSettled?.();
    }
  }

  private refuseAfterEnd(): void {
    if (this.isOver) throw new PersistenceError('PERSISTENCE.UNIT_OF_WORK_OVER');
  }
}
