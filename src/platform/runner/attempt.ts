import { ConcurrencyError } from '../errors/platform.errors';
import type { CommandRequest } from './command-request';
import type { CommandResult } from './command-result';

/** How often a command is decided anew when somebody else was faster. */
const MAX_ATTEMPTS = 5;

/** Ends the unit of work without a trace and carries the answer out of it. */
export class Undo extends Error {
  constructor(readonly answer: CommandResult) {
    super('rolled back');
  }
}

/**
 * Runs a unit of work again when it lost a race, and only then: load, facts and decision are made anew each time.
 * With an expected version a lost race means that the caller's version is stale, which the next attempt finds out.
 */
export async function attemptCommand(
  request: CommandRequest,
  work: () => Promise<CommandResult>,
  attempt = 1,
): Promise<CommandResult> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Undo) return error.answer;
    if (error instanceof ConcurrencyError && attempt < MAX_ATTEMPTS) return attemptCommand(request, work, attempt + 1);
    throw error;
  }
}
