import { createReadStream, existsSync } from 'node:fs';
import { link, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { driverError } from '../driver-error';
import { translateSqliteError } from '../sqlite-errors';
import { readManifest, type BackupManifest } from './backup-manifest';
import { BackupError } from './backup.errors';
import { createForOwner, fingerprintOf, syncToDisk } from './owner-files';
import { contentOf } from './sqlite-inspection';

/** Which backup to restore, and where to; paths are absolute. */
export interface SqliteRestore {
  readonly backup: string;
  readonly file: string;
  /** Names of all migrations that this build knows. */
  readonly knownMigrations: readonly string[];
  /** Runs when the backup was found whole, before the database is there. */
  readonly beforePlacing?: () => Promise<void>;
}

/**
 * Puts a database in its place, whole or not at all: it gets its name when the copy is on the disk and agrees with the
 * manifest. Throws BACKUP.NOT_EMPTY, BACKUP.DAMAGED or BACKUP.OF_NEWER_VERSION.
 */
export async function restoreSqlite(restore: SqliteRestore): Promise<BackupManifest> {
  const { backup, file, beforePlacing } = restore;
  const draft = `${file}.restoring`;
  // What SQLite keeps beside a file belongs to the one that was there, and would be played into the new one.
  const beside = [file, `${file}-wal`, `${file}-shm`, `${file}-journal`, draft].filter((each) => existsSync(each));
  if (beside.length > 0) throw new BackupError('BACKUP.NOT_EMPTY', { files: beside });
  const manifest = readManifest(backup);
  if (!existsSync(backup)) throw new BackupError('BACKUP.DAMAGED', { file: backup });
  await createForOwner(draft, createReadStream(backup) as AsyncIterable<Uint8Array>);
  try {
    await check(draft, manifest, restore);
    await beforePlacing?.();
    await place(draft, file);
  } finally {
    await rm(draft, { force: true });
  }
  await syncToDisk(dirname(file));
  return manifest;
}

async function check(
  draft: string,
  { bytes, sha256, schemaVersion, tables }: BackupManifest,
  { backup, knownMigrations }: SqliteRestore,
): Promise<void> {
  if (!isDeepStrictEqual(await fingerprintOf(draft), { bytes, sha256 })) {
    throw new BackupError('BACKUP.DAMAGED', { file: backup });
  }
  const { migrations, ...content } = await contentOf(draft);
  // The file is the one of the manifest; then it is the manifest that was changed.
  if (!isDeepStrictEqual(content, { schemaVersion, tables })) {
    throw new BackupError('BACKUP.DAMAGED', { file: backup, reason: 'its manifest counts something else' });
  }
  const unknown = migrations.filter((name) => !knownMigrations.includes(name));
  if (unknown.length > 0) throw new BackupError('BACKUP.OF_NEWER_VERSION', { migrations: unknown });
}

/** Never over a database that somebody has made meanwhile. */
async function place(draft: string, file: string): Promise<void> {
  try {
    await link(draft, file);
  } catch (error) {
    if (driverError(error)?.code === 'EEXIST') throw new BackupError('BACKUP.NOT_EMPTY', { files: [file] });
    throw translateSqliteError(error, file);
  }
}
