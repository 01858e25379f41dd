import type { Command } from 'commander';
import { loadConfig, type AppConfig } from '../../../config';
import { HandoverClock } from '../../platform/clock/handover-clock';
import { SystemClock } from '../../platform/clock/system-clock';
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
        await (demo ? serveDemo(config, logger) : serve({ config }, logger));
      } catch (error) {
        failStart(error, logger);
      }
    });
}

/** The demonstration is played in the application that then serves it: opening a second one would cost a second. */
async function serveDemo(config: AppConfig, logger: JsonLogger): Promise<void> {
  const clock = new HandoverClock(new SystemClock());
  await serve({ config, clock }, logger, async (app) => {
    logger.event('info', await seedDemo(app, clock, config));
  });
}
