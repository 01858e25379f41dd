import type { DataSource, QueryRunner } from 'typeorm';
import type { BoundManager, Watch } from './transaction-session';
import type { SqlValue } from './unit-of-work.port';

/**
 * A manager whose query runner believes to be in a transaction already, since it is: ours. So `save` and `remove`
 * begin none of their own, and `manager.transaction` inside makes a savepoint.
 */
export function bindManager(dataSource: DataSource, runner: QueryRunner, watch: Watch): BoundManager {
  const query = runner.query.bind(runner) as (
    sql: string,
    params?: unknown[],
    structured?: boolean,
  ) => Promise<unknown>;
  const watched = (sql: string, params?: unknown[], structured?: boolean): Promise<unknown> =>
    watch(sql, (params ?? []) as SqlValue[], () => query(sql, params, structured));
  Object.assign(runner, { isTransactionActive: true, transactionDepth: 1, query: watched });
  return {
    manager: dataSource.createEntityManager(runner),
    end: () => void Object.assign(runner, { isReleased: true, isTransactionActive: false }),
  };
}
