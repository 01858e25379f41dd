import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, rm, stat, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { driverError } from '../driver-error';
import { translateSqliteError } from '../sqlite-errors';
import { BackupError } from './backup.errors';

/**
 * Makes a file that its owner alone can read, and its directory, and waits until the content is on the disk.
 * Throws BACKUP.ALREADY_THERE, or a PersistenceError when the directory does not take it; then nothing is left behind.
 */
export async function createForOwner(file: string, content: string | AsyncIterable<Uint8Array> = ''): Promise<void> {
  await makeDirectory(file);
  const handle = await open(file, 'wx', 0o600).catch((error: unknown) => {
    if (driverError(error)?.code === 'EEXIST') throw new BackupError('BACKUP.ALREADY_THERE', { file });
    throw translateSqliteError(error, file);
  });
  try {
    await writeFile(handle, content);
    await handle.sync();
  } catch (error) {
    await rm(file, { force: true });
    throw translateSqliteError(error, file);
  } finally {
    await handle.close();
  }
}

/** Waits until a file that something else wrote, or the names in a directory, are on the disk. */
export async function syncToDisk(path: string): Promise<void> {
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Size in bytes and SHA-256 in hexadecimal of a file of any size. */
export async function fingerprintOf(file: string): Promise<{ readonly bytes: number; readonly sha256: string }> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(file) as AsyncIterable<Uint8Array>) hash.update(chunk);
  return { bytes: (await stat(file)).size, sha256: hash.digest('hex') };
}

async function makeDirectory(file: string): Promise<void> {
  try {
    await mkdir(dirname(file), { recursive: true });
  } catch (error) {
    throw translateSqliteError(error, file);
  }
}
