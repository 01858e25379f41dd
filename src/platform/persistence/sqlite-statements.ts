import type { Database, RunResult, Statement } from 'sqlite3';
import type { SqlValue } from './unit-of-work.port';

const CAPACITY = 200;
/** Long texts are bulk inserts of ever other lengths: keeping them would only push out what comes again. */
const LONGEST_KEPT = 4_000;

/**
 * Prepared statements of one SQLite connection, the least recently used finalised beyond a bound.
 * Half the trips to the driver's thread against unprepared ones. After a change of the schema SQLite prepares them anew by itself.
 */
export class SqliteStatements {
  private readonly kept = new Map<string, Statement>();

  constructor(
    private readonly database: Database,
    private readonly capacity = CAPACITY,
  ) {}

  /** Runs a statement to its end; answers its rows. */
  async rows(sql: string, params: readonly SqlValue[]): Promise<object[]> {
    return this.use(
      sql,
      (statement) =>
        new Promise((resolve, reject) => {
          statement.all(params, (error: Error | null, rows: object[]) => (error ? reject(error) : resolve(rows)));
        }),
    );
  }

  /** Runs a statement that returns nothing; answers how many rows it changed. */
  async change(sql: string, params: readonly SqlValue[]): Promise<number> {
    return this.use(
      sql,
      (statement) =>
        new Promise((resolve, reject) => {
          statement.run(params, function (this: RunResult, error: Error | null) {
            if (error) reject(error);
            else resolve(this.changes);
          });
        }),
    );
  }

  /** Finalises all: the connection does not close before. */
  async close(): Promise<void> {
    const statements = [...this.kept.values()];
    this.kept.clear();
    await Promise.all(statements.map(finalize));
  }

  private async use<Result>(sql: string, run: (statement: Statement) => Promise<Result>): Promise<Result> {
    // No await between taking a statement and running it: another call might finalise it in between.
    const known = this.kept.get(sql);
    const statement = known ?? (await prepare(this.database, sql));
    const isKept = known !== undefined || this.keep(sql, statement);
    if (known) this.touch(sql, known);
    try {
      return await run(statement);
    } catch (error) {
      // A statement that gave up half-way (busy) would hold its lock until its next run.
      if (isKept) await reset(statement);
      throw error;
    } finally {
      if (!isKept) await finalize(statement);
    }
  }

  private touch(sql: string, statement: Statement): void {
    this.kept.delete(sql);
    this.kept.set(sql, statement);
  }

  /** Keeps a fresh statement, unless it is long or another call was faster with the same text. */
  private keep(sql: string, statement: Statement): boolean {
    if (sql.length > LONGEST_KEPT || this.kept.has(sql)) return false;
    this.kept.set(sql, statement);
    const [oldest] = this.kept;
    if (this.kept.size > this.capacity && oldest) {
      this.kept.delete(oldest[0]);
      oldest[1].finalize();
    }
    return true;
  }
}

function prepare(database: Database, sql: string): Promise<Statement> {
  return new Promise((resolve, reject) => {
    const statement = database.prepare(sql, (error: Error | null) => (error ? reject(error) : resolve(statement)));
  });
}

function reset(statement: Statement): Promise<void> {
  return new Promise((resolve) => statement.reset(() => resolve()));
}

function finalize(statement: Statement): Promise<void> {
  return new Promise((resolve) => statement.finalize(() => resolve()));
}
