import { Logger } from '@nestjs/common';
import { QueueNotRunningError } from './job.errors';
import { JobQueue, type JobRunner, type QueuedJob } from './job-queue.port';

/** How many jobs run at once. */
export interface QueueLimits {
  /** Of all jobs together. */
  readonly total: number;
  /** Of one name. */
  readonly of: (job: string) => number;
}

/**
 * The queue of a process that does its own work: a list in memory. What is lost with the process is still in the outbox,
 * not marked as done, and is handed over again at the next start.
 */
export class InProcessJobQueue extends JobQueue {
  private readonly logger = new Logger(InProcessJobQueue.name);
  private readonly waiting = new Map<string, QueuedJob>();
  private readonly running = new Map<string, QueuedJob>();
  private run: JobRunner | undefined;
  private isStopped = false;
  private onIdle: (() => void)[] = [];

  constructor(private readonly limits: QueueLimits) {
    super();
  }

  override addMany(jobs: readonly QueuedJob[]): Promise<void> {
    // The relay then keeps them in the outbox, for the next start.
    if (this.isStopped) return Promise.reject(new QueueNotRunningError('The queue was stopped and takes no job'));
    for (const job of jobs) {
      if (!this.waiting.has(job.id) && !this.running.has(job.id)) this.waiting.set(job.id, job);
    }
    this.startMore();
    return Promise.resolve();
  }

  override start(run: JobRunner): Promise<void> {
    this.isStopped = false;
    this.run = run;
    this.startMore();
    return Promise.resolve();
  }

  override async stop(): Promise<void> {
    this.isStopped = true;
    this.run = undefined;
    this.waiting.clear();
    await this.whenIdle();
  }

  override async whenIdle(): Promise<void> {
    if (!this.run && this.waiting.size > 0) {
      throw new QueueNotRunningError('Jobs are waiting, but nobody has started the queue');
    }
    if (this.waiting.size + this.running.size === 0) return;
    await new Promise<void>((resolve) => this.onIdle.push(resolve));
  }

  private startMore(): void {
    if (!this.run) return;
    for (const job of this.waiting.values()) {
      if (this.running.size >= this.limits.total) return;
      if (this.runningOf(job.name) < this.limits.of(job.name)) this.startOne(job, this.run);
    }
  }

  private startOne(job: QueuedJob, run: JobRunner): void {
    this.waiting.delete(job.id);
    this.running.set(job.id, job);
    void run(job)
      .catch((error: unknown) => this.logger.error(`${job.name} ${job.id} stays in the outbox: ${describe(error)}`))
      .then(() => this.finish(job));
  }

  private finish(job: QueuedJob): void {
    this.running.delete(job.id);
    this.startMore();
    if (this.waiting.size + this.running.size > 0) return;
    const idle = this.onIdle;
    this.onIdle = [];
    for (const resolve of idle) resolve();
  }

  private runningOf(name: string): number {
    return [...this.running.values()].filter((job) => job.name === name).length;
  }
}

function describe(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
