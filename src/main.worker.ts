import { NestFactory } from '@nestjs/core';
import { loadConfig } from '../config';
import { WorkerModule } from './app/worker.module';
import { startBackground } from './app/background';
import { reportFailedStart } from './platform/http/server/listen';
import { JsonLogger } from './platform/logging/json-logger';

/** A process that only does the background work: jobs, relay, deadlines. */
async function main(): Promise<void> {
  const config = loadConfig();
  const logger = new JsonLogger(config.logLevel);
  try {
    const app = await NestFactory.createApplicationContext(WorkerModule.forRoot({ config }), { logger });
    app.enableShutdownHooks(['SIGTERM', 'SIGINT'], { useProcessExit: true });
    await startBackground(app);
    logger.event('info', 'Thidua worker started');
  } catch (error) {
    reportFailedStart(error, logger);
  }
}

void main();
