import type { Logger } from '@nestjs/common';

/**
 * Logs a failure that comes again and again once, and once more when it is over: what is tried twice a second while the
 * database is away would else fill the log with one and the same line.
 */
export class FailureLog {
  private last: string | undefined;
  private count = 0;

  constructor(
    private readonly logger: Pick<Logger, 'error' | 'log'>,
    private readonly what: string,
  ) {}

  /** Logs the error, unless it is the one that was logged last. */
  failed(error: unknown): void {
    const text = String(error);
    this.count += 1;
    if (text === this.last) return;
    this.last = text;
    this.logger.error(
      `${this.what} failed and is tried again: ${text}`,
      error instanceof Error ? error.stack : undefined,
    );
  }

  /** Says that it works again, if it did not. */
  worked(): void {
    if (this.last === undefined) return;
    this.logger.log(`${this.what} works again, after ${this.count} failures`);
    this.last = undefined;
    this.count = 0;
  }
}
