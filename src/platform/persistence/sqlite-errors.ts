import { AppError } from '../errors/app-error';
import { ConcurrencyError } from '../errors/platform.errors';
import { driverError } from './driver-error';
import { PersistenceError, UniqueViolationError, type PersistenceErrorCode } from './persistence.errors';

const CODES: Readonly<Record<string, PersistenceErrorCode>> = {
  SQLITE_READONLY: 'PERSISTENCE.NOT_WRITABLE',
  SQLITE_PERM: 'PERSISTENCE.NOT_WRITABLE',
  SQLITE_CANTOPEN: 'PERSISTENCE.CANNOT_OPEN',
  SQLITE_CORRUPT: 'PERSISTENCE.DAMAGED',
  SQLITE_NOTADB: 'PERSISTENCE.DAMAGED',
  SQLITE_FULL: 'PERSISTENCE.DISK_FULL',
  SQLITE_IOERR: 'PERSISTENCE.IO_ERROR',
  // The directory of the file could not be made or entered.
  ENOTDIR: 'PERSISTENCE.CANNOT_OPEN',
  EEXIST: 'PERSISTENCE.CANNOT_OPEN',
  EACCES: 'PERSISTENCE.CANNOT_OPEN',
  EPERM: 'PERSISTENCE.CANNOT_OPEN',
  EROFS: 'PERSISTENCE.NOT_WRITABLE',
  ENOSPC: 'PERSISTENCE.DISK_FULL',
};

const COMPETING = new Set(['SQLITE_BUSY', 'SQLITE_LOCKED']);
const UNIQUE = /UNIQUE constraint failed: (.*)$/;

/** The application's error for one of SQLite or of the file system under it; any other error as it is. */
export function translateSqliteError(error: unknown, file?: string): unknown {
  if (error instanceof AppError) return error;
  const failure = driverError(error);
  if (failure === undefined) return error;
  const { code, message } = failure;
  if (COMPETING.has(code)) return new ConcurrencyError('The data', { cause: error });
  const unique = code === 'SQLITE_CONSTRAINT' ? UNIQUE.exec(message)?.[1] : undefined;
  if (unique !== undefined) return new UniqueViolationError(unique, { cause: error });
  const known = CODES[code];
  return known ? new PersistenceError(known, file === undefined ? {} : { file }, { cause: error }) : error;
}
