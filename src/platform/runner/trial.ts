import { AsyncLocalStorage } from 'node:async_hooks';
import { Undo } from './attempt';
import type { CommandAccepted } from './command-result';

const trials = new AsyncLocalStorage<true>();

/** Ends a unit of work of many without a trace and carries the answers out of it. */
class UndoMany<Answers> extends Error {
  constructor(readonly answers: Answers) {
    super('rolled back');
  }
}

/**
 * Does the work with all its commands being tried only: each is decided as it would be, over the same facts and with the
 * same constraints, answers what it would answer, and is rolled back. Only for commands that write through the runners.
 */
export function onTrial<Result>(work: () => Promise<Result>): Promise<Result> {
  return trials.run(true, work);
}

/** Called by the runners last of all in the unit of work: what is tried only ends here, without a trace. */
export function unlessOnTrial(accepted: CommandAccepted): CommandAccepted {
  if (trials.getStore()) throw new Undo(accepted);
  return accepted;
}

/** The same for a unit of many; to be called inside `manyOnTrial`. */
export function unlessManyOnTrial<Answers>(answers: Answers): Answers {
  if (trials.getStore()) throw new UndoMany(answers);
  return answers;
}

/** Answers what a unit of many would have answered when it was tried only. */
export async function manyOnTrial<Answers>(unit: () => Promise<Answers>): Promise<Answers> {
  try {
    return await unit();
  } catch (error) {
    if (error instanceof UndoMany) return (error as UndoMany<Answers>).answers;
    throw error;
  }
}
