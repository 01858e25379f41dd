import type { ReadDatabase } from '../../src/platform/persistence/unit-of-work.port';
import { eventually } from './eventually';

/** Until somebody waits for a lock. On SQLite nobody ever does, units of work come one after another: there it is at once. */
export async function untilSomebodyWaitsForALock(reads: ReadDatabase): Promise<void> {
  if (reads.dialect === 'sqlite') return;
  const waiting = `SELECT pid FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()`;
  await eventually(async () => expect(await reads.rows(waiting)).not.toEqual([]));
}
