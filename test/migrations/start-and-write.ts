import 'reflect-metadata';
import { migrate } from '../../src/platform/persistence/migrate';
import { openPersistence } from '../../src/platform/persistence/open-persistence';
import type { PersistenceOptions } from '../../src/platform/persistence/persistence-options';
import { specimenSchema } from '../contract/specimen';

/**
 * One of several processes on one database: migrates, then reads and writes one row so many times,
 * each in a unit of work of its own. Prints which migrations it ran.
 */
async function startAndWrite(options: PersistenceOptions, writes: number): Promise<void> {
  const persistence = await openPersistence(options, { ...specimenSchema, migrate: false });
  const migrated = await migrate(persistence.writer);
  await persistence.uow.run((tx) =>
    tx.change("INSERT INTO specimens (id, name, version) VALUES ('shared', 'x', 0) ON CONFLICT (id) DO NOTHING"),
  );
  for (let write = 0; write < writes; write += 1) {
    await persistence.uow.run(async (tx) => {
      // SQLite takes its lock at the beginning, before anything is read.
      const lock = tx.dialect === 'postgres' ? 'FOR UPDATE' : '';
      const [row] = await tx.rows<{ version: number }>(`SELECT version FROM specimens WHERE id = 'shared' ${lock}`);
      await tx.change("UPDATE specimens SET version = ? WHERE id = 'shared'", [row!.version + 1]);
    });
  }
  await persistence.close();
  process.stdout.write(JSON.stringify({ migrated }));
}

const [, , options = '', writes = ''] = process.argv;
void startAndWrite(JSON.parse(options) as PersistenceOptions, Number(writes));
