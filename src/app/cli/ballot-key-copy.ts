import { existsSync } from 'node:fs';
import { SystemRandomness } from '../../platform/ids';
import { BackupError, createForOwner } from '../../platform/persistence/backup';
import { loadBallotKey } from '../../reviews';
import { UsageError } from './usage-error';

/** Throws a UsageError when there is no ballot key in a file, and an AppError when what is there is none. */
export function checkBallotKey(file: string): void {
  keyIn(file);
}

/** Copies the ballot key for its owner alone, never over anything. */
export async function copyBallotKey(from: string, to: string): Promise<void> {
  await createForOwner(to, `${keyIn(from).toString('base64')}\n`);
}

/** Puts a ballot key in its place, where it may lie already. Throws BACKUP.OTHER_BALLOT_KEY when another one does. */
export async function placeBallotKey(from: string, to: string): Promise<void> {
  if (!existsSync(to)) await copyBallotKey(from, to);
  else if (!keyIn(to).equals(keyIn(from))) throw new BackupError('BACKUP.OTHER_BALLOT_KEY', { file: to });
}

function keyIn(file: string): Buffer {
  // Asked for first, since the key is made where there is none.
  if (!existsSync(file)) throw new UsageError(`There is no ballot key at ${file}`);
  return loadBallotKey(file, new SystemRandomness());
}
