import { sha256 } from '../../src/platform/crypto/sha256';
import type { AccessApp } from './access-app';

type Fingerprint = Readonly<Record<string, string>>;

const last = new WeakMap<AccessApp, { readonly version: number; readonly prints: Fingerprint }>();

/** A fingerprint of every row of every table: the same before and after when nothing was written. */
export async function fingerprint(world: AccessApp): Promise<Fingerprint> {
  // SQLite counts the commits of other connections: without one there is nothing to read anew.
  const [row] = await world.rows<{ data_version: number }>('PRAGMA data_version');
  const version = row?.data_version ?? 0;
  const known = last.get(world);
  if (known?.version === version) return known.prints;
  const prints = await readAll(world);
  last.set(world, { version, prints });
  return prints;
}

async function readAll(world: AccessApp): Promise<Fingerprint> {
  const tables = await world.rows<{ name: string }>(
    "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name",
  );
  const prints: [string, string][] = [];
  for (const { name } of tables) {
    prints.push([name, sha256(JSON.stringify(await world.rows(`SELECT * FROM "${name}"`)))]);
  }
  return Object.fromEntries(prints);
}
