import { AppError } from './app-error';

/** Somebody else changed the row between our read and our write: a command is decided anew. */
export class ConcurrencyError extends AppError {
  constructor(what: string, options: { readonly cause?: unknown } = {}) {
    super('PLATFORM.VERSION_CONFLICT', `${what} was changed by somebody else at the same time`, { what }, options);
  }
}

/** There is no such row, or the caller's scope does not cover it: the two look the same from outside. */
export class NotFoundError extends AppError {
  constructor(what: string, id: string) {
    super('PLATFORM.NOT_FOUND', `There is no ${what} with the id ${id}`, { what, id });
  }
}

/** A unit of work was started inside another one: it would wait for itself. A mistake in our code. */
export class NestedUnitOfWorkError extends AppError {
  constructor() {
    super(
      'PLATFORM.NESTED_UNIT_OF_WORK',
      'A unit of work was started inside another one; pass tx down',
      {},
      { level: 'error' },
    );
  }
}
