import { MigrationExecutor, type DataSource, type QueryRunner } from 'typeorm';
import { dialectOf } from './column-types';
import { PersistenceError } from './persistence.errors';
import { translatePostgresError } from './postgres-errors';
import { translateSqliteError } from './sqlite-errors';
import { BUSY_TIMEOUT_MS, OPENING_TIMEOUT_MS } from './sqlite-pragmas';

/** Any number, as long as nothing else in the database locks it. */
const MIGRATION_LOCK = 7_483_920_115;

/**
 * Brings the schema up to date: all pending migrations commit together, or none. Several processes may start at once:
 * one migrates, the others wait for it. Answers the names of the migrations that this call ran.
 * For a data source that nothing else uses yet.
 */
export async function migrate(dataSource: DataSource): Promise<readonly string[]> {
  const queryRunner = dataSource.createQueryRunner();
  const isSqlite = dialectOf(dataSource) === 'sqlite';
  try {
    return isSqlite ? await migrateSqlite(dataSource, queryRunner) : await migratePostgres(dataSource, queryRunner);
  } catch (error) {
    throw isSqlite ? translateSqliteError(error) : translatePostgresError(error);
  } finally {
    await queryRunner.release();
  }
}

async function migrateSqlite(dataSource: DataSource, queryRunner: QueryRunner): Promise<readonly string[]> {
  // Outside the transaction, where they take effect. Rebuilding a table drops it for a moment, which keys would not bear.
  await queryRunner.query(`PRAGMA busy_timeout = ${OPENING_TIMEOUT_MS}`);
  await queryRunner.query('PRAGMA foreign_keys = OFF');
  try {
    return await locked(queryRunner, ['BEGIN IMMEDIATE'], async () => {
      const names = await runPending(dataSource, queryRunner);
      const orphans = (await queryRunner.query('PRAGMA foreign_key_check')) as readonly object[];
      if (orphans.length > 0) throw new PersistenceError('PERSISTENCE.DAMAGED', { orphans: orphans.slice(0, 10) });
      return names;
    });
  } finally {
    await queryRunner.query('PRAGMA foreign_keys = ON');
    await queryRunner.query(`PRAGMA busy_timeout = ${BUSY_TIMEOUT_MS}`);
  }
}

function migratePostgres(dataSource: DataSource, queryRunner: QueryRunner): Promise<readonly string[]> {
  const lock = ['BEGIN', 'SET LOCAL lock_timeout = 0', `SELECT pg_advisory_xact_lock(${MIGRATION_LOCK})`];
  return locked(queryRunner, lock, () => runPending(dataSource, queryRunner));
}

async function locked<Result>(
  queryRunner: QueryRunner,
  begin: readonly string[],
  work: () => Promise<Result>,
): Promise<Result> {
  for (const statement of begin) await queryRunner.query(statement);
  try {
    const result = await work();
    await queryRunner.query('COMMIT');
    return result;
  } catch (error) {
    await queryRunner.query('ROLLBACK');
    throw error;
  }
}

async function runPending(dataSource: DataSource, queryRunner: QueryRunner): Promise<readonly string[]> {
  const executor = new MigrationExecutor(dataSource, queryRunner);
  // In our own transaction, whose lock must outlast the last of them.
  executor.transaction = 'none';
  return (await executor.executePendingMigrations()).map((migration) => migration.name);
}
