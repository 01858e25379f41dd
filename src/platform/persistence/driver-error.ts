import { types } from 'node:util';
import { QueryFailedError } from 'typeorm';

/** What a driver says of a failure. */
export interface DriverError {
  /** The driver's or Node's code; empty when it gave none. */
  readonly code: string;
  readonly message: string;
  readonly constraint?: string;
}

/**
 * Reads an error of a driver, also from inside TypeORM's; undefined for anything else that was thrown.
 * Not by instanceof: the errors of a native driver belong to the process, not to the context that a test runs in.
 */
export function driverError(error: unknown): DriverError | undefined {
  const cause: unknown = error instanceof QueryFailedError ? error.driverError : error;
  if (!types.isNativeError(cause)) return undefined;
  const { code, constraint } = cause as { code?: unknown; constraint?: unknown };
  return {
    code: typeof code === 'string' ? code : '',
    message: cause.message,
    ...(typeof constraint === 'string' ? { constraint } : {}),
  };
}
