import { AsyncLocalStorage } from 'node:async_hooks';
import { NestedUnitOfWorkError } from '../errors/platform.errors';

/** A unit of work that calls come from, and those around it on other databases. */
interface Mark {
  readonly guard: NestingGuard;
  readonly around: Mark | undefined;
  isOpen: boolean;
}

// One for the process: each storage that was ever used makes every promise dearer, also after its owner is closed.
const marks = new AsyncLocalStorage<Mark>();

/**
 * Knows whether a call comes from inside a unit of work. A nested one would wait for itself for ever.
 * Detection only: the transaction itself is always passed down by hand.
 */
export class NestingGuard {
  /** Throws NestedUnitOfWorkError inside a unit of work that is still open. */
  refuseInside(): void {
    for (let mark = marks.getStore(); mark; mark = mark.around) {
      if (mark.guard === this && mark.isOpen) throw new NestedUnitOfWorkError();
    }
  }

  async enter<Result>(work: () => Promise<Result>): Promise<Result> {
    const mark: Mark = { guard: this, around: marks.getStore(), isOpen: true };
    try {
      return await marks.run(mark, work);
    } finally {
      mark.isOpen = false;
    }
  }
}
