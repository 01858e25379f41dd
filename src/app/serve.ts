import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createHttpApp } from '../platform/http/create-http-app';
import { listen } from '../platform/http/server/listen';
import type { JsonLogger } from '../platform/logging/json-logger';
import { ApiModule } from './api.module';
import type { AppOptions } from './app-options';
import { startBackground } from './background';

/** What is done in the open application before it listens. */
export type BeforeListening = (app: NestFastifyApplication) => Promise<void>;

/** Starts the API with its background work; answers the application once it listens. Stops in order on SIGTERM and SIGINT. */
export async function serve(
  options: AppOptions,
  logger: JsonLogger,
  before?: BeforeListening,
): Promise<NestFastifyApplication> {
  const app = await createHttpApp(ApiModule.forRoot(options), options.config, logger);
  app.enableShutdownHooks(['SIGTERM', 'SIGINT'], { useProcessExit: true });
  await prepare(app, before);
  const address = await listen(app, options.config);
  await startBackground(app);
  logger.event('info', `Thidua listens on ${address}; the API is described at ${address}/api/docs`);
  return app;
}

/** A failed start lets go of everything that the application holds. */
async function prepare(app: NestFastifyApplication, before: BeforeListening | undefined): Promise<void> {
  if (!before) return;
  try {
    await app.init();
    await before(app);
  } catch (error) {
    await app.close();
    throw error;
  }
}
