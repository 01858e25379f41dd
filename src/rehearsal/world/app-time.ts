import type { Instant } from '../../../workflows/kernel';
import type { VirtualClock } from '../../platform/clock';
import { nextMoment } from '../../platform/deadlines/next-moment';
import { Planner } from '../../platform/deadlines/planner';
import { ReadDatabase } from '../../platform/persistence';
import { JobExecutor } from '../../platform/queue/job-executor';
import { JobQueue } from '../../platform/queue/job-queue.port';
import { OutboxRelay } from '../../platform/relay/outbox-relay';
import type { RehearsalApp } from '../rehearsal-app.port';
import type { WorldTime } from './rehearsal-world';

/** The time of an application in this process. Nothing in it runs by itself: it looks and works when it is told to. */
export class AppTime implements WorldTime {
  private readonly reads: ReadDatabase;
  private readonly planner: Planner;
  private readonly relay: OutboxRelay;
  private readonly queue: JobQueue;

  constructor(
    private readonly app: RehearsalApp,
    private readonly clock: VirtualClock,
  ) {
    this.reads = app.get(ReadDatabase);
    this.planner = app.get(Planner);
    this.relay = app.get(OutboxRelay);
    this.queue = app.get(JobQueue);
  }

  /** Lets jobs run. */
  async start(): Promise<void> {
    await this.queue.start(this.app.get(JobExecutor).run);
  }

  /** Lets running jobs finish and gives the relay's lease back. */
  async stop(): Promise<void> {
    await this.relay.stop();
    await this.queue.stop();
  }

  now(): Instant {
    return this.clock.now();
  }

  moveTo(moment: Instant): void {
    this.clock.set(moment);
  }

  next(): Promise<Instant | undefined> {
    return nextMoment(this.reads);
  }

  async settle(): Promise<void> {
    await this.planner.tick(this.clock.now());
    await this.relay.drain();
  }

  drain(): Promise<void> {
    return this.relay.drain();
  }
}
