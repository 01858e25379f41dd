import { AppError } from '../errors/app-error';

/** What may be wrong with the database, and what to do about it. */
const ADVICE = {
  'PERSISTENCE.CANNOT_OPEN':
    'The database cannot be opened: check the path or address, that the directory exists and may be entered, and the credentials',
  'PERSISTENCE.NOT_WRITABLE':
    'The database cannot be written: give this user the right to write the file and its directory, or stop pointing at a read-only copy',
  'PERSISTENCE.DAMAGED':
    'The database is damaged or is not a database of this kind: keep the file as it is, restore the last backup and run "thidua verify"',
  'PERSISTENCE.UNSUITABLE':
    'The database does not take a setting that the promises rest on: use a local file system, or a PostgreSQL database in UTF-8',
  'PERSISTENCE.DISK_FULL':
    'There is no room left for the database: free some space; nothing of this command was written',
  'PERSISTENCE.IO_ERROR':
    'The storage under the database failed: check the disk and the system log; nothing of this command was written',
  'PERSISTENCE.OUT_OF_REACH':
    'The database server is out of reach: check that it runs and accepts connections, then try again',
  'PERSISTENCE.NOT_COMMITTED':
    'The unit of work was rolled back although its work resolved: a statement in it failed or was not awaited',
  'PERSISTENCE.UNIT_OF_WORK_OVER':
    'A statement came after the end of its unit of work: await every statement inside run',
  'PERSISTENCE.CLOSED': 'The database connection is closed: the process is stopping',
  'PERSISTENCE.ANCHOR_OUT_OF_ORDER': 'Anchors are written day by day, each after its day is over',
} as const;

export type PersistenceErrorCode = keyof typeof ADVICE;

/** The database failed or was misused. The message says what to do; details name the file or setting, never a secret. */
export class PersistenceError extends AppError {
  constructor(
    code: PersistenceErrorCode,
    details: Readonly<Record<string, unknown>> = {},
    options: { readonly cause?: unknown } = {},
  ) {
    super(code, ADVICE[code], details, { ...options, level: 'error' });
  }
}

/** A row with this primary key or unique value is already there. The unit of work rolls back; a command is decided anew and then says why. */
export class UniqueViolationError extends AppError {
  constructor(
    /** The constraint's name on PostgreSQL, the columns as `table.column` on SQLite: for logs, not for decisions. */
    constraint: string,
    options: { readonly cause?: unknown } = {},
  ) {
    super('PERSISTENCE.ALREADY_EXISTS', 'There is already a row with this value', { constraint }, options);
  }
}
