import { millisecondsBetween, type Instant } from '../../workflows/kernel';
import { wholeSchema, type RowReader } from '../platform/persistence';
import { appSchema } from './app-schema';

/** Names of migrations of this build that the database has not seen. */
export async function pendingMigrations(reads: RowReader): Promise<readonly string[]> {
  const applied = await reads.rows<{ name: string }>('SELECT name FROM migrations');
  const names = new Set(applied.map(({ name }) => name));
  return wholeSchema(appSchema)
    .migrations.map(({ name }) => name)
    .filter((name) => !names.has(name));
}

/** How long the oldest due message waits, in milliseconds; 0 when none does. */
export async function relayLag(reads: RowReader, now: Instant): Promise<number> {
  const [oldest] = await reads.rows<{ at: Instant | null }>(
    'SELECT MIN(available_at) AS at FROM outbox WHERE dispatched_at IS NULL AND available_at <= ?',
    [now],
  );
  return oldest?.at ? millisecondsBetween(oldest.at, now) : 0;
}
