import { rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Instant } from '../../../../workflows/kernel';
import { sqliteQuery } from '../sqlite-connection';
import { FORMAT, writeManifest, type BackupManifest } from './backup-manifest';
import { createForOwner, fingerprintOf, syncToDisk } from './owner-files';
import { contentOf, onSqliteFile } from './sqlite-inspection';

/** What to back up, and where to; paths are absolute. */
export interface SqliteBackup {
  readonly file: string;
  readonly backup: string;
  readonly now: Instant;
}

/**
 * Copies a database as it is at one moment, while others write it, with a manifest beside the copy. On a connection of
 * its own that only reads, so that nobody waits. Throws BACKUP.ALREADY_THERE, or a PersistenceError; then nothing that
 * it made is left behind.
 */
export async function backupSqlite({ file, backup, now }: SqliteBackup): Promise<BackupManifest> {
  // SQLite takes a file that is empty, and leaves it the rights that it has.
  await createForOwner(backup);
  const manifest = await copied(file, backup, now).catch(async (error: unknown) => {
    await rm(backup, { force: true });
    throw error;
  });
  await syncToDisk(dirname(backup));
  return manifest;
}

async function copied(file: string, backup: string, now: Instant): Promise<BackupManifest> {
  await onSqliteFile(file, (database) => sqliteQuery(database, `VACUUM INTO '${backup.replaceAll("'", "''")}'`));
  await syncToDisk(backup);
  const { schemaVersion, tables } = await contentOf(backup);
  const manifest = { format: FORMAT, takenAt: now, ...(await fingerprintOf(backup)), schemaVersion, tables } as const;
  await writeManifest(backup, manifest);
  return manifest;
}
