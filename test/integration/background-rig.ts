import { MetadataScanner, type DiscoveryService } from '@nestjs/core';
import type { DeadlineSpec, Instant } from '../../workflows/kernel';
import type { MailTransport } from '../../src/adapters/mail';
import { VirtualClock } from '../../src/platform/clock';
import { DeadlinePasser } from '../../src/platform/deadlines/deadline-passer';
import { DeadlineStore, type DeadlineStream } from '../../src/platform/deadlines/deadline-store';
import { deadlinesSchema } from '../../src/platform/deadlines/deadlines-schema';
import { DeadlinesJobs } from '../../src/platform/deadlines/deadlines.jobs';
import { OccurrencePlanner } from '../../src/platform/deadlines/occurrence-planner';
import { OccurrenceReleaser } from '../../src/platform/deadlines/occurrence-releaser';
import { Planner } from '../../src/platform/deadlines/planner';
import { TermRecounter } from '../../src/platform/deadlines/term-recounter';
import { failpointsOf } from '../../src/platform/failpoints/armed-failpoints';
import { SystemRandomness, UuidIds } from '../../src/platform/ids';
import type { Persistence, Schema, SqlRow } from '../../src/platform/persistence';
import { InProcessJobQueue } from '../../src/platform/queue/in-process-job-queue';
import { JobDiscovery } from '../../src/platform/queue/job-discovery';
import { JobExecutor } from '../../src/platform/queue/job-executor';
import { JobOutcomes } from '../../src/platform/queue/job-outcomes';
import type { JobQueue } from '../../src/platform/queue/job-queue.port';
import { JobRegistry } from '../../src/platform/queue/job-registry';
import { OutboxRelay } from '../../src/platform/relay/outbox-relay';
import { RelayPass } from '../../src/platform/relay/relay-pass';
import { DEFAULT_RELAY_SETTINGS, type RelaySettings } from '../../src/platform/relay/relay-settings';
import { WakeUp } from '../../src/platform/relay/wake-up';
import { CommandDispatcher } from '../../src/platform/runner/command-dispatcher';
import { OwedThings, ReminderSubjects } from '../../src/reminders';
import { MailDeliveriesService } from '../../src/reminders/mail-deliveries.service';
import { Wishes } from '../../src/reminders/preferences/wishes';
import { ReminderWriter } from '../../src/reminders/reminder-writer.service';
import { RemindersJobs } from '../../src/reminders/reminders.jobs';
import { RemindersService } from '../../src/reminders/reminders.service';
import { remindersSchema } from '../../src/reminders/reminders-schema';
import { RulebookReminders } from '../../src/reminders/rulebook-reminders';
import { RulebookWorkingDays } from '../../src/reminders/rulebook-working-days';
import type { RulebooksService } from '../../src/rulebooks';
import { CAMPAIGN, SampleDirectory, sampleRulebooks, SampleThings } from './reminder-samples';

/** The tables that deadlines and reminders need beside the platform's. */
export const BACKGROUND_SCHEMA: Schema = {
  entities: [...deadlinesSchema.entities, ...remindersSchema.entities],
  migrations: [...deadlinesSchema.migrations, ...remindersSchema.migrations],
};

export interface RigOptions {
  readonly persistence: Persistence;
  readonly now: Instant;
  readonly mail: MailTransport;
  readonly failpoints?: readonly string[];
  /** Providers with `@OnJob` methods, beside those of deadlines and reminders. */
  readonly jobs?: (rig: Rig) => readonly object[];
  readonly relay?: Partial<RelaySettings>;
  /** Default: the sample rules. */
  readonly rulebooks?: RulebooksService;
  /** Shared by two rigs that stand for two processes. */
  readonly clock?: VirtualClock;
}

/** Deadlines, planner, relay, queue and reminders as one process has them, on a clock that tests move. */
export class Rig {
  readonly persistence: Persistence;
  readonly clock: VirtualClock;
  readonly ids: UuidIds;
  readonly wakeUp = new WakeUp();
  readonly directory = new SampleDirectory();
  readonly subjects = new ReminderSubjects();
  readonly owed = new OwedThings();
  readonly commands = new CommandDispatcher();
  readonly things = new SampleThings();
  readonly queue: JobQueue;
  readonly executor: JobExecutor;
  readonly relay: OutboxRelay;
  readonly planner: Planner;
  readonly deadlines: DeadlineStore;

  constructor({ persistence, now, mail, jobs, ...options }: RigOptions) {
    const { uow, reads } = persistence;
    const randomness = new SystemRandomness();
    const failpoints = failpointsOf(options.failpoints ?? []);
    const rulebooks = options.rulebooks ?? sampleRulebooks();
    this.persistence = persistence;
    this.clock = options.clock ?? new VirtualClock(now);
    this.ids = new UuidIds(this.clock, randomness);
    this.deadlines = new DeadlineStore(this.ids);
    const rules = new RulebookReminders(rulebooks);
    const wishes = new Wishes(rulebooks);
    const mails = new MailDeliveriesService(uow, this.directory, mail, failpoints, rulebooks, wishes, this.ids);
    const writer = new ReminderWriter(rulebooks, wishes, this.ids, this.wakeUp);
    const reminders = new RemindersService(
      ...([rulebooks, this.directory, this.subjects, this.owed, writer, this.ids, this.wakeUp] as const),
    );
    this.planner = new Planner(
      { horizonHours: 48 },
      new OccurrencePlanner(uow, rules, this.ids),
      new OccurrenceReleaser(uow, rules, this.ids, this.wakeUp),
      new DeadlinePasser(uow, this.ids, this.wakeUp),
      failpoints,
      new TermRecounter(uow, new RulebookWorkingDays(rulebooks), this.ids, this.wakeUp),
    );
    const registry = new JobRegistry().fill(
      handlersOf([
        new RemindersJobs(reminders, mails),
        new DeadlinesJobs(reads, uow, this.commands),
        ...(jobs?.(this) ?? []),
      ]),
    );
    const outcomes = new JobOutcomes(uow, this.clock, randomness);
    const settings = { ...DEFAULT_RELAY_SETTINGS, ...options.relay };
    this.executor = new JobExecutor(registry, uow, this.clock, outcomes, failpoints);
    this.queue = new InProcessJobQueue({ total: 8, of: (job) => registry.find(job)?.policy.concurrency ?? 1 });
    const pass = new RelayPass(uow, this.queue, this.clock, settings, failpoints, this.ids);
    this.relay = new OutboxRelay(pass, this.queue, this.wakeUp, settings);
    this.commands.register(this.things);
    this.subjects.register('campaign', () => Promise.resolve({ name: 'Thi đua yêu nước 2024', councilId: null }));
  }

  /** Changes the deadlines of the sample campaign as a command would. */
  sync(
    before: readonly DeadlineSpec[],
    after: readonly DeadlineSpec[],
    stream: DeadlineStream = CAMPAIGN,
  ): Promise<void> {
    return this.persistence.uow.run((tx) => this.deadlines.sync(tx, stream, before, after, this.clock.now()));
  }

  /** Sets the clock, lets the planner look once, and does all that follows. */
  async tickAt(moment: Instant): Promise<void> {
    this.clock.set(moment);
    await this.planner.tick(moment);
    await this.relay.drain();
  }

  rows<Row extends object = SqlRow>(sql: string, params: readonly string[] = []): Promise<Row[]> {
    return this.persistence.reads.rows<Row>(sql, params);
  }

  async start(): Promise<this> {
    await this.queue.start(this.executor.run);
    return this;
  }

  async stop(): Promise<void> {
    await this.relay.stop();
    await this.queue.stop();
  }
}

/** As Nest finds them. */
function handlersOf(providers: readonly object[]): ReturnType<JobDiscovery['handlers']> {
  const discovery = { getProviders: () => providers.map((instance) => ({ instance })) };
  return new JobDiscovery(discovery as unknown as DiscoveryService, new MetadataScanner()).handlers();
}
