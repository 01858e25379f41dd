import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { openPersistence, type PersistenceOptions, type Schema } from '../../src/platform/persistence';
import { copyTemplate } from './postgres';

/** What one worker has migrated, by schema: the bytes of a SQLite file. */
const files = new Map<string, Promise<Buffer>>();

/**
 * Gives an empty database the tables of a schema, as its migrations make them: they run once for each worker, and their
 * result is copied. What is opened on it afterwards finds nothing to migrate. A database that has been begun stays as it is.
 */
export async function migrated(database: PersistenceOptions, schema: Schema): Promise<PersistenceOptions> {
  const name = nameOf(schema);
  if (database.kind === 'postgres') {
    await copyTemplate(database.url, name, (url) => migrate({ kind: 'postgres', url }, schema));
  } else if (!existsSync(database.file)) {
    mkdirSync(dirname(database.file), { recursive: true });
    writeFileSync(database.file, await bytesOf(name, schema), { mode: 0o600 });
  }
  return database;
}

/** The same migrations, the same name. */
function nameOf(schema: Schema): string {
  const names = schema.migrations.map((migration) => migration.name);
  return createHash('sha256').update(names.sort().join()).digest('hex').slice(0, 12);
}

function bytesOf(name: string, schema: Schema): Promise<Buffer> {
  const known = files.get(name);
  if (known) return known;
  const bytes = migratedFile(schema);
  files.set(name, bytes);
  return bytes;
}

async function migratedFile(schema: Schema): Promise<Buffer> {
  const directory = mkdtempSync(join(tmpdir(), 'thidua-template-'));
  try {
    const file = join(directory, 'thidua.sqlite');
    await migrate({ kind: 'sqlite', file, synchronous: 'OFF' }, schema);
    return readFileSync(file);
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

async function migrate(options: PersistenceOptions, { migrations }: Schema): Promise<void> {
  const persistence = await openPersistence(options, { entities: [], migrations });
  await persistence.close();
}
