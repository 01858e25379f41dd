import { ConcurrencyError } from '../errors/platform.errors';
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
export async function attemptWork<Result>(work: () => Promise<Result>, attempt = 1): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof ConcurrencyError && attempt < MAX_ATTEMPTS) return attemptWork(work, attempt + 1);
    throw error;
  }
}

/** The same for one command, whose answer may have ended its unit of work. */
export async function attemptCommand(work: () => Promise<CommandResult>): Promise<CommandResult> {
  try {
    return await attemptWork(work);
  } catch (error) {
    if (error instanceof Undo) return error.answer;
    throw error;
  }
}
