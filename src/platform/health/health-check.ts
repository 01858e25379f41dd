/** One thing that must be well before requests are let in. */
export interface HealthCheck {
  /** In the answer: `database`. */
  readonly name: string;
  /** Resolves with figures worth showing when all is well; rejects when it is not. */
  readonly check: () => Promise<Readonly<Record<string, unknown>>>;
}

/** Not well, for a reason that may be shown to whoever watches the server. */
export class UnhealthyError extends Error {
  constructor(
    message: string,
    readonly figures: Readonly<Record<string, unknown>> = {},
  ) {
    super(message);
    this.name = 'UnhealthyError';
  }
}
