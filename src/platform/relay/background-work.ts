import { Injectable } from '@nestjs/common';
import { JobExecutor } from '../queue/job-executor';
import { JobQueue } from '../queue/job-queue.port';
import { OutboxRelay } from './outbox-relay';

/** Something that runs beside the requests until it is stopped. */
export interface Loop {
  start(): void;
  stop(): Promise<void>;
}

/** What a worker does: jobs, relay, and loops such as the planner's. Started in that order, stopped in the other. */
@Injectable()
export class BackgroundWork {
  private loops: readonly Loop[] = [];
  private isStarted = false;

  constructor(
    private readonly queue: JobQueue,
    private readonly executor: JobExecutor,
    private readonly relay: OutboxRelay,
  ) {}

  /** Starts everything. For the worker root's `onApplicationBootstrap`, never for a constructor. */
  async start(loops: readonly Loop[] = []): Promise<void> {
    this.isStarted = true;
    await this.queue.start(this.executor.run);
    this.relay.start();
    this.loops = loops;
    for (const loop of loops) loop.start();
  }

  /** Lets running jobs finish and starts no other. What is waiting is done after the next start. Does nothing when not started. */
  async stop(): Promise<void> {
    if (!this.isStarted) return;
    this.isStarted = false;
    await Promise.all(this.loops.map((loop) => loop.stop()));
    await this.relay.stop();
    await this.queue.stop();
  }
}
