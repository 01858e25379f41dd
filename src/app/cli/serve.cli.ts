import type { Command } from 'commander';
import { loadConfig } from '../../../config';
import { JsonLogger } from '../../platform/logging/json-logger';
import { seedDemo } from '../demo';
import { serve } from '../serve';
import { failStart } from './fail-start';

/** `thidua serve`: the API, and in the embedded profile the background work too. */
export function serveCommand(program: Command): void {
  program
    .command('serve')
    .description('Start the API (http://localhost:3000) with its background work')
    .option('--demo', 'fill an empty database with a demonstration council first')
    .action(async ({ demo = false }: { demo?: boolean }) => {
      const config = loadConfig();
      const logger = new JsonLogger(config.logLevel);
      try {
        if (demo) await seedDemo(config, (text) => logger.event('info', text));
        await serve({ config }, logger);
      } catch (error) {
        failStart(error, logger);
      }
    });
}
