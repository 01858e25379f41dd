import { Injectable, Logger } from '@nestjs/common';
import { addMilliseconds } from '../../../workflows/kernel';
import { Clock } from '../clock/clock.port';
import { AppError } from '../errors/app-error';
import { ConcurrencyError, NotFoundError } from '../errors/platform.errors';
import { Randomness } from '../ids/ids.port';
import { markDone, markFailed, type AfterFailure } from '../persistence/outbox-relay-sql';
import { UnitOfWork, type Tx } from '../persistence/unit-of-work.port';
import { backOffOf, DEFAULT_JOB_POLICY, type JobPolicy } from './job-policy';
import type { QueuedJob } from './job-queue.port';
import { RetryableError, TerminalError } from './job.errors';

/** Longest error text that is kept with a job. */
const MAX_ERROR_LENGTH = 2_000;

/** Writes what came of a delivery into the outbox, which alone knows what is to be tried again and when. */
@Injectable()
export class JobOutcomes {
  private readonly logger = new Logger(JobOutcomes.name);

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly randomness: Randomness,
  ) {}

  async succeeded(job: QueuedJob): Promise<void> {
    await this.unitOfWork.run((tx) => markDone(tx, job.id, this.clock.now()));
  }

  /** Sets the next try by the policy; after the last one, or a terminal error, the job is dead and kept. */
  async failed(job: QueuedJob, error: unknown, policy: JobPolicy = DEFAULT_JOB_POLICY): Promise<void> {
    const after = await this.unitOfWork.run(async (tx) => {
      const tries = await triesOf(tx, job.id);
      const isOver = isTerminal(error) || tries >= policy.attempts;
      const after = isOver ? { deadAt: this.clock.now() } : this.retryAfter(policy, tries);
      await markFailed(tx, job.id, textOf(error), after);
      return after;
    });
    this.log(job, error, after);
  }

  private retryAfter(policy: JobPolicy, tries: number): AfterFailure {
    return { retryAt: addMilliseconds(this.clock.now(), backOffOf(policy, Math.max(1, tries), this.randomness)) };
  }

  private log(job: QueuedJob, error: unknown, after: AfterFailure): void {
    const next = 'deadAt' in after ? 'is dead and kept' : `is tried again at ${after.retryAt}`;
    const line = `${job.name} ${job.id} failed and ${next}: ${textOf(error)}`;
    if (!isExpected(error)) this.logger.error(line, error instanceof Error ? error.stack : undefined);
    else if ('deadAt' in after) this.logger.error(line);
    else this.logger.warn(line);
  }
}

/** How often the job was tried, this time included: the worker may be faster than the relay, which counts. */
async function triesOf(tx: Tx, id: string): Promise<number> {
  const [row] = await tx.rows<{ tries: number }>(
    'SELECT attempts + CASE WHEN dispatched_at IS NULL THEN 1 ELSE 0 END AS tries FROM outbox WHERE id = ?',
    [id],
  );
  return row?.tries ?? 1;
}

/** What is not there does not come by waiting. */
function isTerminal(error: unknown): boolean {
  return error instanceof TerminalError || error instanceof NotFoundError;
}

function isExpected(error: unknown): boolean {
  return isTerminal(error) || error instanceof RetryableError || error instanceof ConcurrencyError;
}

function textOf(error: unknown): string {
  if (error instanceof AppError) return `${error.code}: ${error.message}`.slice(0, MAX_ERROR_LENGTH);
  return (error instanceof Error ? `${error.name}: ${error.message}` : String(error)).slice(0, MAX_ERROR_LENGTH);
}
