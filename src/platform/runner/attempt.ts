import type { Refusal } from '../../../workflows/kernel';
import { ConcurrencyError } from '../errors/platform.errors';
import { UniqueViolationError } from '../persistence/persistence.errors';
import type { CommandResult } from './command-result';

/** How often a command is decided anew when somebody else was faster. */
const MAX_ATTEMPTS = 5;

/** Ends the unit of work without a trace and carries the answer out of it. */
export class Undo extends Error {
  constructor(readonly answer: CommandResult) {
    super('rolled back');
  }
}

/** What no attempt could write, since it is there: whoever sends a command again after its answer was forgotten hears this. */
export const ALREADY_THERE: Refusal = {
  code: 'PLATFORM.ALREADY_EXISTS',
  message: {
    vi: 'Dữ liệu này đã có: lệnh đã được thực hiện trước đây, hoặc một giá trị chỉ dùng được một lần đã được dùng. Hãy xem lại dữ liệu trước khi gửi lệnh mới.',
    en: 'This is there already: the command was carried out before, or a value that can be used only once is taken. Look at what is there before you send a new command.',
  },
};

/**
 * Runs a unit of work again when it lost a race, and only then: load, facts and decision are made anew each time.
 * A row that somebody else was faster to insert is a lost race too: the next attempt finds their answer or says why not.
 * With an expected version a lost race means that the caller's version is stale, which the next attempt finds out.
 */
export async function attemptWork<Result>(work: () => Promise<Result>, attempt = 1): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (isLostRace(error) && attempt < MAX_ATTEMPTS) return attemptWork(work, attempt + 1);
    throw error;
  }
}

/** The same for one command, whose answer may have ended its unit of work. */
export async function attemptCommand(work: () => Promise<CommandResult>): Promise<CommandResult> {
  try {
    return await attemptWork(work);
  } catch (error) {
    if (error instanceof Undo) return error.answer;
    if (error instanceof UniqueViolationError) return { outcome: 'refused', reasons: [ALREADY_THERE] };
    throw error;
  }
}

function isLostRace(error: unknown): boolean {
  return error instanceof ConcurrencyError || error instanceof UniqueViolationError;
}
