import type { RowReader } from './unit-of-work.port';

/**
 * How a row is kept from others until the transaction ends: `held` lets them hold it too, but not change it; `taken` makes
 * all who want it wait, so that many who change one row come one after another instead of throwing each other back.
 */
export type RowLock = 'held' | 'taken';

const CLAUSES: Readonly<Record<RowLock, string>> = { held: ' FOR SHARE', taken: ' FOR UPDATE' };

/** Ends a SELECT by a key. SQLite has one writer at a time, so that there nothing needs to be said. */
export function locking(rows: Pick<RowReader, 'dialect'>, lock: RowLock | undefined): string {
  return lock && rows.dialect === 'postgres' ? CLAUSES[lock] : '';
}
