import { AppError } from '../../errors/app-error';

/** Why a backup was not made or not restored, and what to do about it. */
const ADVICE = {
  'BACKUP.ALREADY_THERE': 'There is something at this path, and nothing is written over: name another path',
  'BACKUP.NOT_EMPTY': 'There is something in the place of the database: restore into an empty place only',
  'BACKUP.DAMAGED':
    'A file of the backup is missing or not as it was written: nothing was restored, take another backup',
  'BACKUP.OF_NEWER_VERSION': 'The backup was made by a newer version of Thidua: nothing was restored, install that one',
  'BACKUP.OTHER_BALLOT_KEY': 'There is another ballot key already: nothing was restored, move that key away first',
  'BACKUP.USE_POSTGRES_TOOLS':
    'PostgreSQL has tools of its own for this, which may run while commands do: give these commands instead',
} as const;

export type BackupErrorCode = keyof typeof ADVICE;

/** A backup was not made or not restored. The details name the file, never a secret. */
export class BackupError extends AppError {
  constructor(
    code: BackupErrorCode,
    details: Readonly<Record<string, unknown>> = {},
    options: { readonly cause?: unknown } = {},
  ) {
    super(code, ADVICE[code], details, options);
  }
}
