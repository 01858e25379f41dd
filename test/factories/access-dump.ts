import { sha256 } from '../../src/platform/crypto/sha256';
import type { AccessApp } from './access-app';

/** A fingerprint of every row of every table: the same before and after when nothing was written. */
export async function fingerprint(world: AccessApp): Promise<Readonly<Record<string, string>>> {
  const tables = await world.rows<{ name: string }>(
    "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name",
  );
  const prints: [string, string][] = [];
  for (const { name } of tables)
    prints.push([name, sha256(JSON.stringify(await world.rows(`SELECT * FROM "${name}"`)))]);
  return Object.fromEntries(prints);
}
