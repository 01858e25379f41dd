import type { Command } from 'commander';
import { loadConfig } from '../../../config';
import { ReadDatabase } from '../../platform/persistence';
import { pendingMigrations } from '../health-figures';
import { standardOutput, withAppOn, type JsonOption } from './cli-context';

/** `thidua migrate`: brings the schema up to date. */
export function migrateCommand(program: Command): void {
  program
    .command('migrate')
    .description('Make the database, or bring its schema up to date')
    .option('--json', 'as JSON')
    .action(async ({ json = false }: JsonOption) => {
      const open = (): Promise<readonly string[]> =>
        withAppOn({ config: loadConfig() }, (app) => pendingMigrations(app.get(ReadDatabase, { strict: false })));
      const pending = await open();
      if (json) standardOutput.json({ pending });
      else
        standardOutput.line(pending.length === 0 ? 'The schema is up to date.' : `Not applied: ${pending.join(', ')}`);
    });
}
