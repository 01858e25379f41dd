import type { ReadDatabase } from '../persistence/unit-of-work.port';
import { UnhealthyError, type HealthCheck } from './health-check';

/** The database answers a query. */
export function databaseAnswers(database: Pick<ReadDatabase, 'rows'>): HealthCheck {
  return {
    name: 'database',
    check: async () => {
      await database.rows('SELECT 1 AS one');
      return {};
    },
  };
}

/** Every migration of this build has been applied. `pending` names those that have not. */
export function migrationsAreApplied(pending: () => Promise<readonly string[]>): HealthCheck {
  return {
    name: 'migrations',
    check: async () => {
      const missing = await pending();
      if (missing.length > 0) throw new UnhealthyError('run "thidua migrate"', { pending: missing });
      return { pending: [] };
    },
  };
}

/** The oldest message that is due waits for less than the limit, in milliseconds; `lagMs` is 0 when none waits. */
export function relayKeepsUp(lagMs: () => Promise<number>, limitMs: number): HealthCheck {
  return {
    name: 'relay',
    check: async () => {
      const lag = await lagMs();
      if (lag > limitMs)
        throw new UnhealthyError('messages wait too long: is a worker running?', { lagMs: lag, limitMs });
      return { lagMs: lag };
    },
  };
}
