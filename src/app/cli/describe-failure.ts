import { ConfigError } from '../../../config';
import { AppError } from '../../platform/errors/app-error';
import { UnknownCheckError } from '../../platform/invariants/invariants.errors';
import { InvalidRequestError } from '../../platform/http/problems/http.errors';
import { ScenarioFileError } from '../../rehearsal';
import { EXIT } from './cli-context';
import { UsageError } from './usage-error';

/** One failure as a person at a terminal needs it: what happened and the details; a stack only for a mistake of ours. */
export function describeFailure(error: unknown): string {
  if (error instanceof InvalidRequestError) {
    return error.errors.map(({ field, message }) => `${field}: ${message.en}`).join('\n');
  }
  if (isUsage(error)) return error.message;
  if (error instanceof AppError) {
    const details = Object.keys(error.details).length > 0 ? `\n${JSON.stringify(error.details, null, 2)}` : '';
    return `${error.code}: ${error.message}${details}`;
  }
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

/** The exit code that a failure ends the process with. */
export function exitCodeOf(error: unknown): number {
  return isUsage(error) || error instanceof InvalidRequestError ? EXIT.usage : EXIT.refused;
}

/** Whoever gave the command, or set up its environment, has to mend it. */
function isUsage(error: unknown): error is Error {
  return [UsageError, ConfigError, UnknownCheckError, ScenarioFileError].some((kind) => error instanceof kind);
}
