import type { Command } from 'commander';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { loadConfig, type AppConfig } from '../../../config';
import type { VerifyReport } from '../../platform/invariants/verify-report';
import { VerifyService } from '../../platform/invariants/verify.service';
import { wholeSchema } from '../../platform/persistence';
import {
  postgresRestoreLines,
  restoreSqlite,
  usePostgresTools,
  type BackupManifest,
} from '../../platform/persistence/backup';
import { appSchema } from '../app-schema';
import { checkBallotKey, placeBallotKey } from './ballot-key-copy';
import { EXIT, standardOutput, withAppOn, type JsonOption } from './cli-context';
import { UsageError } from './usage-error';
import { linesOf, summaryOf } from './verify.cli';

interface RestoreOptions extends JsonOption {
  readonly withKey?: string;
  readonly newKey?: boolean;
}

/** `thidua restore FILE`: a backup into an empty place, checked before and after. */
export function restoreCommand(program: Command): void {
  program
    .command('restore')
    .description('Put a backup where DATABASE_URL points and nothing is, then check it as verify does')
    .argument('<file>')
    .option('--with-key <file>', 'put this ballot key in its place too')
    .option('--new-key', 'the ballot key is lost: make another one; votes of open ballots are lost with it')
    .option('--json', 'as JSON')
    .action(async (given: string, options: RestoreOptions) => {
      const config = loadConfig();
      const restored = await restore(config, resolve(given), options);
      const report = await withAppOn({ config }, (app) => app.get(VerifyService, { strict: false }).run());
      if (!report.ok) process.exitCode = EXIT.refused;
      print(config, restored, report, options.json ?? false);
    });
}

function restore(config: AppConfig, backup: string, options: RestoreOptions): Promise<BackupManifest> {
  const { database, ballotKeyFile } = config;
  if (database.kind === 'postgres') throw usePostgresTools(postgresRestoreLines(database.url, backup), ballotKeyFile);
  if (!existsSync(backup)) throw new UsageError(`There is no file ${backup}`);
  const keyFile = options.withKey === undefined ? undefined : resolve(options.withKey);
  checkKeys(ballotKeyFile, keyFile, options.newKey ?? false);
  return restoreSqlite({
    backup,
    file: database.file,
    knownMigrations: wholeSchema(appSchema).migrations.map(({ name }) => name),
    ...(keyFile === undefined ? {} : { beforePlacing: () => placeBallotKey(keyFile, ballotKeyFile) }),
  });
}

/** A key is made wherever there is none, so that nobody must start with a new one without having meant to. */
function checkKeys(ballotKeyFile: string, keyFile: string | undefined, isNew: boolean): void {
  if (isNew && keyFile !== undefined) throw new UsageError('Either --with-key or --new-key');
  if (isNew && existsSync(ballotKeyFile))
    throw new UsageError(`There is a ballot key at ${ballotKeyFile}: no --new-key`);
  if (keyFile !== undefined) checkBallotKey(keyFile);
  else if (existsSync(ballotKeyFile)) checkBallotKey(ballotKeyFile);
  else if (!isNew) {
    throw new UsageError(
      `There is no ballot key at ${ballotKeyFile}: give --with-key FILE, or --new-key if it is lost`,
    );
  }
}

function print({ database }: AppConfig, manifest: BackupManifest, report: VerifyReport, isJson: boolean): void {
  if (isJson) {
    standardOutput.json({ database: database.kind === 'sqlite' ? database.file : null, ...manifest, verify: report });
    return;
  }
  standardOutput.line(`The database as it was at ${manifest.takenAt} is in its place.`);
  for (const line of report.checks.filter(({ ok }) => !ok).flatMap(linesOf)) standardOutput.line(line);
  standardOutput.line(summaryOf(report));
}
