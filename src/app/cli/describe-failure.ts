import { AppError } from '../../platform/errors/app-error';

/** One failure as a person at a terminal needs it: the code, what happened, and the details; a stack only for a mistake of ours. */
export function describeFailure(error: unknown): string {
  if (error instanceof AppError) {
    const details = Object.keys(error.details).length > 0 ? `\n${JSON.stringify(error.details, null, 2)}` : '';
    return `${error.code}: ${error.message}${details}`;
  }
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
