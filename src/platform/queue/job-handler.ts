import type { Instant } from '../../../workflows/kernel';
import type { Tx } from '../persistence/unit-of-work.port';
import type { JobPolicy } from './job-policy';

/** What a handler is given beside its payload. */
export interface JobContext {
  /** Id of the outbox row: the same in every delivery of this job, so that it serves as a command id. */
  readonly messageId: string;
  /** The clock's word at the start of this delivery. */
  readonly at: Instant;
  /** Aborted when the time limit is over. */
  readonly signal: AbortSignal;
  /**
   * Runs the work in one transaction together with the note that this message was dealt with, so that it takes effect
   * once however often the message is delivered. Call it at most once. Answers false when it had been dealt with before.
   */
  once(work: (tx: Tx) => Promise<void>): Promise<boolean>;
}

/** A handler: throws RetryableError or TerminalError; anything else counts as retryable and is logged as unexpected. */
export type JobMethod<Payload extends object> = (payload: Payload, context: JobContext) => Promise<void>;

/** What `@OnJob` states. */
export interface JobDeclaration<Payload extends object = object> {
  /** Name in kebab-case, the same as in the outbox and in the effects of the workflows. */
  readonly job: string;
  /** Class with class-validator decorators; fields it does not name are refused. */
  readonly payload: new () => Payload;
  /** What differs from the default policy. */
  readonly policy?: Partial<JobPolicy>;
}

/** A handler as the registry knows it. */
export interface JobHandler {
  readonly job: string;
  readonly payload: new () => object;
  readonly policy: JobPolicy;
  /** Where it is written, for messages: `RemindersJobs.tell`. */
  readonly source: string;
  readonly handle: JobMethod<object>;
}
