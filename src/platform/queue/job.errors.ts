import { AppError } from '../errors/app-error';

/** The job could not be done now and is to be tried again by its policy: a server is away, a lock is held. */
export class RetryableError extends AppError {
  constructor(message: string, options: { readonly cause?: unknown; readonly code?: string } = {}) {
    super(options.code ?? 'JOB.RETRYABLE', message, {}, { cause: options.cause, level: 'warn' });
  }
}

/** The job can never be done, however often it is tried: it is kept as dead, with this reason. */
export class TerminalError extends AppError {
  constructor(message: string, options: { readonly cause?: unknown; readonly code?: string } = {}) {
    super(options.code ?? 'JOB.TERMINAL', message, {}, { cause: options.cause, level: 'error' });
  }
}

/** The handler took longer than its policy allows. It may still be running, so that its effects must be guarded by the database. */
export class JobTimeoutError extends RetryableError {
  constructor(job: string, timeoutMs: number) {
    super(`The job ${job} took longer than ${timeoutMs} ms`, { code: 'JOB.TIMED_OUT' });
  }
}

/** The payload does not have the shape that the handler declares. */
export class JobPayloadError extends TerminalError {
  constructor(job: string, problems: readonly string[]) {
    super(`The payload of ${job} cannot be used: ${problems.join('; ')}`, { code: 'JOB.BAD_PAYLOAD' });
  }
}

/** The queue is not started, or stopped. */
export class QueueNotRunningError extends AppError {
  constructor(message: string) {
    super('JOB.QUEUE_NOT_RUNNING', message, {}, { level: 'error' });
  }
}

/** The jobs do not fit together: the process must not start. Names every problem, each with its remedy. */
export class JobRegistryError extends AppError {
  constructor(problems: readonly string[]) {
    super('JOB.REGISTRY', ['The jobs do not fit together:', ...problems].join('\n  '), {}, { level: 'error' });
  }
}
