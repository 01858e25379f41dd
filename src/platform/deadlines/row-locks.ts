import type { Dialect } from '../persistence/unit-of-work.port';

/**
 * Ends a SELECT whose rows are then changed in the same transaction. On PostgreSQL two planners, or a planner and a command
 * that moves the deadline, would else read one row and both act on it; what another has locked is left for the next look.
 * SQLite has one writer and no such clause.
 */
export function lockFree(dialect: Dialect, table: string): string {
  return dialect === 'postgres' ? `FOR UPDATE OF ${table} SKIP LOCKED` : '';
}
