import { join } from 'node:path';
import { Global, Injectable, Module, type Abstract, type ModuleMetadata, type Type } from '@nestjs/common';
import { Test, type TestingModule } from '@nestjs/testing';
import { allWorkflows } from '../../workflows/all';
import { instant, type Instant } from '../../workflows/kernel';
import { CampaignLoad, CampaignsModule, campaignsSchema, type CampaignLoadCounts } from '../../src/campaigns';
import { councilsSchema } from '../../src/councils';
import { peopleSchema } from '../../src/people';
import { SYSTEM_ACTOR, type Actor } from '../../src/platform/auth/actor';
import type { Role } from '../../src/platform/auth/permission';
import { VirtualClock } from '../../src/platform/clock';
import { DeadlinesModule } from '../../src/platform/deadlines/deadlines.module';
import { deadlinesSchema } from '../../src/platform/deadlines/deadlines-schema';
import { Planner } from '../../src/platform/deadlines/planner';
import { FailpointsModule } from '../../src/platform/failpoints/failpoints.module';
import { SeededRandomness } from '../../src/platform/ids';
import { InvariantsModule, type Invariant } from '../../src/platform/invariants';
import {
  PersistenceModule,
  ReadDatabase,
  UnitOfWork,
  type PersistenceOptions,
  type Schema,
} from '../../src/platform/persistence';
import { JobExecutor } from '../../src/platform/queue/job-executor';
import { JobQueue } from '../../src/platform/queue/job-queue.port';
import { JobsModule } from '../../src/platform/queue/jobs.module';
import { OutboxRelay } from '../../src/platform/relay/outbox-relay';
import { RelayModule } from '../../src/platform/relay/relay.module';
import { CommandDispatcher, type DispatchRequest } from '../../src/platform/runner/command-dispatcher';
import type { CommandAccepted } from '../../src/platform/runner/command-result';
import { RunnerModule } from '../../src/platform/runner/runner.module';
import {
  RecipientDirectory,
  RemindersModule,
  type Recipient,
  type RecipientOfUnit,
  type RecipientQuery,
} from '../../src/reminders';
import { remindersSchema } from '../../src/reminders/reminders-schema';
import { RulebooksModule } from '../../src/rulebooks';
import { UnitsModule, unitsSchema } from '../../src/units';
import { usersSchema } from '../../src/users';
import { migrated } from '../support/migrated';

/** A Friday afternoon in Vietnam. */
export const START = instant('2026-11-13T07:00:00.000Z');

/** What campaigns, deadlines and reminders need beside the platform's tables. */
const SCHEMAS: readonly Schema[] = [
  deadlinesSchema,
  remindersSchema,
  unitsSchema,
  peopleSchema,
  councilsSchema,
  usersSchema,
  campaignsSchema,
];

const CONFIG = join(__dirname, '../../config');

/** Nothing hangs on the campaigns of these tests but what they say themselves. */
@Injectable()
class NoLoad extends CampaignLoad {
  override of(): Promise<CampaignLoadCounts> {
    return Promise.resolve({ openPledgeCount: 0, openCaseCount: 0, decidedCaseCount: 0 });
  }
}

/** Every unit has one head with an address. */
@Injectable()
class OneHead extends RecipientDirectory {
  private readonly head: Recipient = {
    userId: '019b0a6e-0000-7000-8000-00000000000a',
    email: 'head@example.org',
    lang: 'vi',
  };

  override recipientsFor(_: unknown, { recipient }: RecipientQuery): Promise<readonly Recipient[]> {
    return Promise.resolve(recipient === 'unitHead' ? [this.head] : []);
  }

  override recipientsOfUnits(): Promise<readonly RecipientOfUnit[]> {
    return Promise.resolve([]);
  }

  override contactOf(): Promise<Recipient | undefined> {
    return Promise.resolve(this.head);
  }
}

@Global()
@Module({
  providers: [
    { provide: CampaignLoad, useClass: NoLoad },
    { provide: RecipientDirectory, useClass: OneHead },
  ],
  exports: [CampaignLoad, RecipientDirectory],
})
class Neighbours {}

/** What a test builds its application from. */
export interface RigOptions {
  readonly database: PersistenceOptions;
  readonly mailDirectory: string;
  readonly invariants: readonly Invariant[];
  readonly schemas?: readonly Schema[];
  readonly imports?: ModuleMetadata['imports'];
}

/** An application of units and campaigns with everything that runs beside them, on a clock that tests move. */
export class VerifyRig {
  readonly dispatcher: CommandDispatcher;
  readonly reads: ReadDatabase;
  readonly uow: UnitOfWork;
  private commands = 0;

  private constructor(
    readonly app: TestingModule,
    readonly clock: VirtualClock,
  ) {
    this.dispatcher = app.get(CommandDispatcher, { strict: false });
    this.reads = app.get(ReadDatabase, { strict: false });
    this.uow = app.get(UnitOfWork, { strict: false });
  }

  static async start(options: RigOptions): Promise<VerifyRig> {
    const clock = new VirtualClock(START);
    const app = await Test.createTestingModule({ imports: modulesOf(options, clock) }).compile();
    await app.init();
    const rig = new VerifyRig(app, clock);
    await rig.get(JobQueue).start(rig.get(JobExecutor).run);
    return rig;
  }

  get<Service>(type: Type<Service> | Abstract<Service>): Service {
    return this.app.get(type, { strict: false });
  }

  /** Sends a command that must be accepted. */
  async accept(
    type: string,
    input: object,
    more: Partial<Pick<DispatchRequest, 'actor' | 'instanceId' | 'commandId'>> = {},
  ): Promise<CommandAccepted> {
    this.commands += 1;
    const result = await this.dispatcher.dispatch({
      actor: SYSTEM_ACTOR,
      commandId: `command-${this.commands}`,
      type,
      input,
      ...more,
    });
    if (result.outcome !== 'accepted') throw new Error(`${type} was ${JSON.stringify(result)}`);
    return result;
  }

  /** Moves the clock, lets the planner look, and does all that follows. */
  async tickAt(moment: Instant): Promise<void> {
    this.clock.set(moment);
    await this.get(Planner).tick(moment);
    await this.drain();
  }

  /** Does all jobs that are due. */
  drain(): Promise<void> {
    return this.get(OutboxRelay).drain();
  }

  async stop(): Promise<void> {
    await this.get(OutboxRelay).stop();
    await this.get(JobQueue).stop();
    await this.app.close();
  }
}

/** A user with these seats on a unit. */
export function actorOn(unit: { readonly id: string; readonly path: string }, ...roles: readonly Role[]): Actor {
  return {
    id: '019b0a6e-0000-7000-8000-0000000000aa',
    personId: null,
    isSystem: false,
    seats: roles.map((role) => ({ role, unitId: unit.id, unitPath: unit.path, councilId: null })),
  };
}

function modulesOf(options: RigOptions, clock: VirtualClock): NonNullable<ModuleMetadata['imports']> {
  const schemas = [...SCHEMAS, ...(options.schemas ?? [])];
  const schema = {
    entities: schemas.flatMap(({ entities }) => entities),
    migrations: schemas.flatMap(({ migrations }) => migrations),
  };
  return [
    PersistenceModule.forRoot({
      ...schema,
      database: { inject: [], useFactory: () => migrated(options.database, schema) },
      clock,
      randomness: new SeededRandomness('verify'),
    }),
    FailpointsModule.forRoot([]),
    RunnerModule.forRoot(allWorkflows),
    RelayModule.forRoot({ pollMs: 1_000 }),
    JobsModule.forRoot({ required: [] }),
    DeadlinesModule.forRoot({ horizonHours: 48 }),
    RulebooksModule.forRoot({ rulebooks: join(CONFIG, 'rulebooks'), calendar: join(CONFIG, 'calendar') }),
    Neighbours,
    RemindersModule.forRoot({ mail: { directory: options.mailDirectory, from: 'Thidua <no-reply@example.org>' } }),
    UnitsModule,
    CampaignsModule,
    InvariantsModule.forRoot(options.invariants),
    ...(options.imports ?? []),
  ];
}
