import { AppError } from '../../platform/errors/app-error';
import type { JsonLogger } from '../../platform/logging/json-logger';
import { EXIT } from './cli-context';

/** Logs why a process could not start, with what it is about (a file, a port), and lets it end with the exit code 1. */
export function failStart(error: unknown, logger: JsonLogger): void {
  const message = error instanceof Error ? error.message : 'the start failed';
  logger.event('fatal', message, { ...(error instanceof AppError ? { details: error.details } : {}), err: error });
  process.exitCode = EXIT.refused;
}
