/** How loudly an error is logged. */
export type ErrorLevel = 'info' | 'warn' | 'error';

/**
 * A fault or a wrong request with a stable code. It carries no HTTP number: one catalogue maps codes to statuses.
 * A command that the rules refuse is not an error but a result.
 */
export class AppError extends Error {
  constructor(
    /** `FEATURE.REASON`, stable for ever. */
    readonly code: string,
    message: string,
    /** What the caller needs to mend it; safe to show. */
    readonly details: Readonly<Record<string, unknown>> = {},
    options: { readonly cause?: unknown; readonly level?: ErrorLevel } = {},
  ) {
    super(message, { cause: options.cause });
    this.name = new.target.name;
    this.level = options.level ?? 'warn';
  }

  readonly level: ErrorLevel;
}
