import type { Command } from 'commander';
import { loadConfig } from '../../../config';
import { JsonLogger } from '../../platform/logging/json-logger';
import { work } from '../work';
import { failStart } from './fail-start';

/** `thidua worker`: the background work alone. Beside `serve` it takes over when that one stops: one relay holds the lease. */
export function workerCommand(program: Command): void {
  program
    .command('worker')
    .description('Do the background work without the API: jobs, deadlines, reminders')
    .action(async () => {
      const config = loadConfig();
      const logger = new JsonLogger(config.logLevel);
      await work({ config }, logger).catch((error: unknown) => {
        failStart(error, logger);
      });
    });
}
