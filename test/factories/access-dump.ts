import type { AccessApp } from './access-app';

/**
 * The same before and after when nothing was written: SQLite counts for each connection the commits of all others,
 * and the connection that is asked here only reads.
 */
export async function fingerprint(world: AccessApp): Promise<number> {
  const [row] = await world.rows<{ data_version: number }>('PRAGMA data_version');
  if (!row) throw new Error('SQLite did not say its data version');
  return row.data_version;
}
