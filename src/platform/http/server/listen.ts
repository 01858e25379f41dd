import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { AppConfig } from '../../../../config';
import type { JsonLogger } from '../../logging/json-logger';
import { CannotListenError, PortInUseError } from '../problems/http.errors';

/**
 * Opens the port; answers the address. A failed start lets go of everything that the application holds.
 * Throws PortInUseError and CannotListenError.
 */
export async function listen(app: NestFastifyApplication, { http }: Pick<AppConfig, 'http'>): Promise<string> {
  const { host, port } = http;
  try {
    await app.listen({ host, port });
  } catch (error) {
    await app.close();
    throw listenError(error, host, port);
  }
  return app.getUrl();
}

/** Logs why a process could not start and lets it end with the exit code 1. */
export function reportFailedStart(error: unknown, logger: JsonLogger): void {
  logger.event('fatal', error instanceof Error ? error.message : 'the start failed', { err: error });
  process.exitCode = 1;
}

function listenError(error: unknown, host: string, port: number): unknown {
  const code: unknown = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
  if (code === 'EADDRINUSE') return new PortInUseError(host, port, { cause: error });
  const isAddress = code === 'EACCES' || code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND';
  return isAddress ? new CannotListenError(host, port, { cause: error }) : error;
}
