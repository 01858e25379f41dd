import { Injectable } from '@nestjs/common';
import { canonicalJson } from '../../../workflows/kernel';
import { Clock } from '../clock/clock.port';
import { sha256 } from '../crypto/sha256';
import { Failpoints } from '../failpoints/failpoints';
import { UnitOfWork } from '../persistence/unit-of-work.port';
import type { JobContext, JobHandler } from './job-handler';
import { JobOutcomes } from './job-outcomes';
import { validPayload } from './job-payload';
import type { JobRunner, QueuedJob } from './job-queue.port';
import { JobRegistry } from './job-registry';
import { JobTimeoutError, TerminalError } from './job.errors';
import { onceInTransaction } from './once-in-transaction';
import { withTimeLimit } from './time-limit';

/** Runs one delivered job: finds its handler, checks the payload, keeps the time limit, writes down what came of it. */
@Injectable()
export class JobExecutor {
  constructor(
    private readonly registry: JobRegistry,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly outcomes: JobOutcomes,
    private readonly failpoints: Failpoints,
  ) {}

  /**
   * For `JobQueue.start`. A failed job is a written outcome, not a rejection. Rejects only when the outcome
   * could not be written: then the outbox row is still open and is handed over again later.
   */
  readonly run: JobRunner = async (job) => {
    const handler = this.registry.find(job.name);
    try {
      await this.perform(job, handler);
    } catch (error) {
      await this.outcomes.failed(job, error, handler?.policy);
    }
  };

  private async perform(job: QueuedJob, handler: JobHandler | undefined): Promise<void> {
    this.failpoints.hit('job.beforeHandler');
    if (!handler) throw new TerminalError(`This worker has no handler for ${job.name}`, { code: 'JOB.NO_HANDLER' });
    const { timeoutMs } = handler.policy;
    const payload = validPayload(job.name, handler.payload, job.payload);
    const isDone = await withTimeLimit(
      timeoutMs,
      () => new JobTimeoutError(job.name, timeoutMs),
      (signal) => this.handle(job, handler, payload, signal),
    );
    this.failpoints.hit('job.afterHandler');
    if (!isDone) await this.outcomes.succeeded(job);
  }

  /** Answers whether the outbox row was already marked together with the effects. */
  private async handle(job: QueuedJob, handler: JobHandler, payload: object, signal: AbortSignal): Promise<boolean> {
    const at = this.clock.now();
    const requestHash = sha256(canonicalJson(job.payload));
    const message = { consumer: job.name, messageId: job.id, requestHash, at };
    let isDone = false;
    const context: JobContext = {
      messageId: job.id,
      at,
      signal,
      once: async (work) => {
        const isFirst = await onceInTransaction(this.unitOfWork, message, work);
        isDone = true;
        return isFirst;
      },
    };
    await handler.handle(payload, context);
    return isDone;
  }
}
