import { Module, type DynamicModule, type Type } from '@nestjs/common';
import { NestFactory, Reflector } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { AppConfig } from '../../../config';
import { assertRoutesHaveAccess } from '../auth/assert-routes-have-access';
import { AuthenticationGuard } from '../auth/authentication-guard';
import { TokenDirectory } from '../auth/token-directory.port';
import { SystemClock } from '../clock/system-clock';
import { SystemRandomness } from '../ids/system-randomness';
import { UuidIds } from '../ids/uuid-ids';
import type { JsonLogger } from '../logging/json-logger';
import { serveDocs } from './openapi/serve-docs';
import { ProblemDetailsFilter } from './problems/problem-details.filter';
import { API_PREFIX } from './server/api-prefix';
import { GracefulStop } from './server/graceful-stop';
import { httpAdapter } from './server/http-adapter';
import { StrictValidationPipe } from './validation/strict-validation-pipe';

/** The outermost module: what it holds is let go of first. */
@Module({})
class HttpRoot {}

/**
 * The HTTP face over a root module, which must provide a TokenDirectory. Not yet listening: see `listen`.
 * Throws RouteWithoutAccessError when a route does not say who may use it.
 */
export async function createHttpApp(
  rootModule: Type<unknown> | DynamicModule,
  config: Pick<AppConfig, 'http' | 'shutdownTimeoutMs'>,
  logger: JsonLogger,
): Promise<NestFastifyApplication> {
  // Correlation and error ids tell the real moment even where the application runs on a virtual clock.
  const ids = new UuidIds(new SystemClock(), new SystemRandomness());
  const filter = new ProblemDetailsFilter(logger, ids);
  const adapter = httpAdapter({ config, logger, ids, answer: (error, reply) => filter.answer(error, reply) });
  const stop = new GracefulStop(adapter.getInstance(), config.shutdownTimeoutMs, logger);
  const root = { module: HttpRoot, imports: [rootModule], providers: [{ provide: GracefulStop, useValue: stop }] };
  const app = await NestFactory.create<NestFastifyApplication>(root, adapter, {
    logger,
    bodyParser: false,
    abortOnError: false,
  });
  app.setGlobalPrefix(API_PREFIX, { exclude: ['health/live', 'health/ready'] });
  app.useGlobalFilters(filter);
  app.useGlobalPipes(new StrictValidationPipe());
  app.useGlobalGuards(new AuthenticationGuard(app.get(Reflector), app.get(TokenDirectory, { strict: false })));
  assertRoutesHaveAccess(app);
  serveDocs(app);
  return app;
}
