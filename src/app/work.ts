import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { JsonLogger } from '../platform/logging/json-logger';
import type { AppOptions } from './app-options';
import { startBackground } from './background';
import { WorkerModule } from './worker.module';

/** Starts the background work without the API: jobs, relay, deadlines. Stops in order on SIGTERM and SIGINT. */
export async function work(options: AppOptions, logger: JsonLogger): Promise<INestApplicationContext> {
  const app = await NestFactory.createApplicationContext(WorkerModule.forRoot(options), {
    logger,
    abortOnError: false,
  });
  app.enableShutdownHooks(['SIGTERM', 'SIGINT'], { useProcessExit: true });
  await startBackground(app);
  logger.event('info', 'The background work has started');
  return app;
}
