import { AppError } from '../platform/errors/app-error';

/** Something in a file that cannot be used. */
export interface FileProblem {
  readonly file: string;
  /** From 1. */
  readonly line: number;
  readonly reason: string;
}

/** A file tells no rehearsal. Names everything that is wrong at once; nothing was run. */
export class ScenarioFileError extends AppError {
  constructor(readonly problems: readonly FileProblem[]) {
    super(
      'REHEARSAL.FILE_INVALID',
      problems.map(({ file, line, reason }) => `${file}:${line}: ${reason}`).join('\n'),
      {},
      { level: 'info' },
    );
  }
}

/** The application failed in the middle of a step: a mistake in it, not in the file. Says which step it was. */
export class StepFaultError extends AppError {
  constructor(file: string, line: number, cause: unknown) {
    const fault = cause instanceof Error ? (cause.stack ?? cause.message) : String(cause);
    super('REHEARSAL.STEP_FAULT', `${file}:${line}: ${fault}`, {}, { cause, level: 'error' });
  }
}

/** What is due stays due however often it is done: a mistake in the application, and time must not go on over it. */
export class TimeStandsStillError extends AppError {
  constructor(at: string) {
    super(
      'REHEARSAL.TIME_STANDS_STILL',
      `Something is due at ${at} and is not done by doing it`,
      {},
      { level: 'error' },
    );
  }
}
