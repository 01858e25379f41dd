import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createHttpApp } from '../platform/http/create-http-app';
import { listen } from '../platform/http/server/listen';
import type { JsonLogger } from '../platform/logging/json-logger';
import { ApiModule } from './api.module';
import type { AppOptions } from './app-options';
import { startBackground } from './background';

/** Starts the API with its background work; answers the application once it listens. Stops in order on SIGTERM and SIGINT. */
export async function serve(options: AppOptions, logger: JsonLogger): Promise<NestFastifyApplication> {
  const app = await createHttpApp(ApiModule.forRoot(options), options.config, logger);
  app.enableShutdownHooks(['SIGTERM', 'SIGINT'], { useProcessExit: true });
  const address = await listen(app, options.config);
  await startBackground(app);
  logger.event('info', `Thidua listens on ${address}; the API is described at ${address}/api/docs`);
  return app;
}
