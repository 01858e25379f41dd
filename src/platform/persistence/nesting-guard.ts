import { AsyncLocalStorage } from 'node:async_hooks';
import { NestedUnitOfWorkError } from '../errors/platform.errors';

/**
 * Knows whether a call comes from inside a unit of work. A nested one would wait for itself for ever.
 * Detection only: the transaction itself is always passed down by hand.
 */
export class NestingGuard {
  private readonly storage = new AsyncLocalStorage<{ isOpen: boolean }>();

  /** Throws NestedUnitOfWorkError inside a unit of work that is still open. */
  refuseInside(): void {
    if (this.storage.getStore()?.isOpen) throw new NestedUnitOfWorkError();
  }

  async enter<Result>(work: () => Promise<Result>): Promise<Result> {
    const mark = { isOpen: true };
    try {
      return await this.storage.run(mark, work);
    } finally {
      mark.isOpen = false;
    }
  }
}
