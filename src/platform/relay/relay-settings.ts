/** Token of the RelaySettings. */
export const RELAY_SETTINGS = Symbol('RelaySettings');

/** How the relay works. Durations in milliseconds. */
export interface RelaySettings {
  /** Pause between two looks at the outbox when nobody rings. */
  readonly pollMs: number;
  /** How long a relay may be silent before another one takes over. */
  readonly leaseMs: number;
  /** Jobs claimed at once. */
  readonly batchSize: number;
  /** Most jobs handed over and not done: the queue stays small, the rest waits in the database. */
  readonly mostInFlight: number;
  /** When a job that was handed over counts as forgotten by the queue; longer than any job takes. */
  readonly forgottenAfterMs: number;
}

/** What holds where the configuration says nothing else. */
export const DEFAULT_RELAY_SETTINGS: RelaySettings = {
  pollMs: 500,
  leaseMs: 30_000,
  batchSize: 100,
  mostInFlight: 500,
  forgottenAfterMs: 300_000,
};
