import { AppError } from '../errors/app-error';

/** Somebody asked for a check that there is not. */
export class UnknownCheckError extends AppError {
  constructor(unknown: readonly string[], known: readonly string[]) {
    super('VERIFY.UNKNOWN_CHECK', `There is no check called ${unknown.join(', ')}; there are: ${known.join(', ')}`, {
      unknown,
      known,
    });
  }
}
