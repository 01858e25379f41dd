import { AppError } from '../errors/app-error';
import { ConcurrencyError } from '../errors/platform.errors';
import { driverError, type DriverError } from './driver-error';
import { PersistenceError, UniqueViolationError, type PersistenceErrorCode } from './persistence.errors';

/** A competing transaction made the database give up; the same work may well succeed a moment later. */
const COMPETING = new Set([
  '40001', // serialisation failure
  '40P01', // deadlock
  '55P03', // waited too long for a lock
]);

const UNIQUE_VIOLATION = '23505';
/** The plan of a named statement no longer fits, since a migration changed the table; on a new connection it does. */
const STALE_PLAN = '0A000';

const CODES: Readonly<Record<string, PersistenceErrorCode>> = {
  '25006': 'PERSISTENCE.NOT_WRITABLE',
  '42501': 'PERSISTENCE.NOT_WRITABLE',
  '53100': 'PERSISTENCE.DISK_FULL',
  '58030': 'PERSISTENCE.IO_ERROR',
  XX001: 'PERSISTENCE.DAMAGED',
  XX002: 'PERSISTENCE.DAMAGED',
  '28000': 'PERSISTENCE.CANNOT_OPEN',
  '28P01': 'PERSISTENCE.CANNOT_OPEN',
  '3D000': 'PERSISTENCE.CANNOT_OPEN',
  '53300': 'PERSISTENCE.OUT_OF_REACH',
  '57P01': 'PERSISTENCE.OUT_OF_REACH',
  '57P02': 'PERSISTENCE.OUT_OF_REACH',
  '57P03': 'PERSISTENCE.OUT_OF_REACH',
  '25P03': 'PERSISTENCE.OUT_OF_REACH',
  ECONNREFUSED: 'PERSISTENCE.OUT_OF_REACH',
  ECONNRESET: 'PERSISTENCE.OUT_OF_REACH',
  ENOTFOUND: 'PERSISTENCE.OUT_OF_REACH',
  ETIMEDOUT: 'PERSISTENCE.OUT_OF_REACH',
  EPIPE: 'PERSISTENCE.OUT_OF_REACH',
};

/** The driver gives these no code. */
const LOST = /Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error/;

/** The application's error for one of PostgreSQL or of the way to it; any other error as it is. */
export function translatePostgresError(error: unknown): unknown {
  if (error instanceof AppError) return error;
  const failure = driverError(error);
  if (failure === undefined) return error;
  const { code, constraint } = failure;
  if (COMPETING.has(code) || isStalePlan(failure)) return new ConcurrencyError('The data', { cause: error });
  if (code === UNIQUE_VIOLATION) return new UniqueViolationError(constraint ?? 'unknown', { cause: error });
  const known = CODES[code] ?? (isLost(failure) ? 'PERSISTENCE.OUT_OF_REACH' : undefined);
  return known ? new PersistenceError(known, {}, { cause: error }) : error;
}

/** True when the connection must not go back to the pool. */
export function spoilsConnection(error: unknown): boolean {
  const failure = driverError(error);
  if (failure === undefined) return false;
  return isStalePlan(failure) || isLost(failure) || CODES[failure.code] === 'PERSISTENCE.OUT_OF_REACH';
}

function isStalePlan({ code, message }: DriverError): boolean {
  return code === STALE_PLAN && message.includes('cached plan');
}

function isLost({ code, message }: DriverError): boolean {
  return code.startsWith('08') || LOST.test(message);
}
