import type { Command } from 'commander';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { loadConfig } from '../../../config';
import { SystemClock } from '../../platform/clock/system-clock';
import {
  BackupError,
  backupSqlite,
  manifestFileOf,
  postgresBackupLines,
  usePostgresTools,
  type BackupManifest,
} from '../../platform/persistence/backup';
import { checkBallotKey, copyBallotKey } from './ballot-key-copy';
import { standardOutput, type JsonOption } from './cli-context';
import { UsageError } from './usage-error';

interface BackupOptions extends JsonOption {
  readonly withKey?: string;
}

/** `thidua backup FILE`: the database as it is now, while commands run; the ballot key only when asked, in another file. */
export function backupCommand(program: Command): void {
  program
    .command('backup')
    .description('Copy the database, while commands run, to a file with a manifest beside it')
    .argument('<file>')
    .option('--with-key <file>', 'copy the ballot key too, to this file: keep it in another place than the backup')
    .option('--json', 'as JSON')
    .action(async (given: string, { withKey, json = false }: BackupOptions) => {
      const backup = resolve(given);
      const keyFile = withKey === undefined ? undefined : resolve(withKey);
      const manifest = await backUp(backup, keyFile);
      if (json) standardOutput.json({ backup, ...(keyFile ? { keyFile } : {}), ...manifest });
      else for (const line of linesOf(backup, keyFile, manifest)) standardOutput.line(line);
    });
}

async function backUp(backup: string, keyFile: string | undefined): Promise<BackupManifest> {
  const { database, ballotKeyFile } = loadConfig();
  if (database.kind === 'postgres') throw usePostgresTools(postgresBackupLines(database.url, backup), ballotKeyFile);
  const { file } = database;
  if (!existsSync(file)) throw new UsageError(`There is no database at ${file}`);
  if (keyFile !== undefined) {
    if ([backup, manifestFileOf(backup)].includes(keyFile)) throw new UsageError('The key needs a file of its own');
    if (existsSync(keyFile)) throw new BackupError('BACKUP.ALREADY_THERE', { file: keyFile });
    checkBallotKey(ballotKeyFile);
  }
  const manifest = await backupSqlite({ file, backup, now: new SystemClock().now() });
  if (keyFile !== undefined) await copyBallotKey(ballotKeyFile, keyFile);
  return manifest;
}

function linesOf(
  backup: string,
  keyFile: string | undefined,
  { bytes, sha256, schemaVersion, tables }: BackupManifest,
): readonly string[] {
  const rows = Object.values(tables).reduce((sum, count) => sum + count, 0);
  return [
    `${backup}: ${rows} rows, ${bytes} bytes, schema ${schemaVersion}`,
    `SHA-256 ${sha256}, in ${manifestFileOf(backup)}`,
    keyFile === undefined
      ? 'The ballot key is not in it: without it open votes cannot be counted.'
      : `The ballot key: ${keyFile}. Keep it in another place than the backup.`,
  ];
}
