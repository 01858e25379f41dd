import type { Command } from 'commander';
import { ReadDatabase } from '../../platform/persistence';
import { pendingMigrations } from '../health-figures';
import { standardOutput, withApp } from './cli-context';

/** `thidua migrate`: brings the schema up to date. */
export function migrateCommand(program: Command): void {
  program
    .command('migrate')
    .description('Bring the database schema up to date')
    .action(async () => {
      const pending = await withApp((app) => pendingMigrations(app.get(ReadDatabase, { strict: false })));
      standardOutput.line(pending.length === 0 ? 'The schema is up to date.' : `Not applied: ${pending.join(', ')}`);
    });
}
