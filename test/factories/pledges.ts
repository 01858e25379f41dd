import { Global, Injectable, Module, type INestApplicationContext } from '@nestjs/common';
import { Test } from '@nestjs/testing';
import { IsOptional, IsUUID } from 'class-validator';
import { join } from 'node:path';
import { configFolder } from '../../config';
import { allWorkflows } from '../../workflows/all';
import { campaignWorkflow } from '../../workflows/campaign';
import { instant, type Instant } from '../../workflows/kernel';
import { pledgeWorkflow } from '../../workflows/pledge';
import { CampaignLoad, campaignsInvariants, campaignsSchema, CampaignsModule } from '../../src/campaigns';
import { councilsSchema } from '../../src/councils';
import { peopleSchema } from '../../src/people';
import { SYSTEM_ACTOR, type Actor } from '../../src/platform/auth/actor';
import type { Role } from '../../src/platform/auth/permission';
import { VirtualClock } from '../../src/platform/clock/virtual-clock';
import { deadlinesSchema } from '../../src/platform/deadlines/deadlines-schema';
import { FailpointsModule } from '../../src/platform/failpoints/failpoints.module';
import { SeededRandomness } from '../../src/platform/ids/seeded-randomness';
import { platformInvariants, type Violation } from '../../src/platform/invariants';
import {
  PersistenceModule,
  ReadDatabase,
  UnitOfWork,
  type PersistenceOptions,
  type RowReader,
  type StatementListener,
} from '../../src/platform/persistence';
import { JobExecutor } from '../../src/platform/queue/job-executor';
import { JobQueue } from '../../src/platform/queue/job-queue.port';
import { JobsModule } from '../../src/platform/queue/jobs.module';
import { OnJob } from '../../src/platform/queue/on-job.decorator';
import { requiredJobsOf } from '../../src/platform/queue/required-jobs';
import { OutboxRelay } from '../../src/platform/relay/outbox-relay';
import { RelayModule } from '../../src/platform/relay/relay.module';
import { CommandDispatcher } from '../../src/platform/runner/command-dispatcher';
import type { CommandResult } from '../../src/platform/runner/command-result';
import { RegistryHolder } from '../../src/platform/runner/registry-holder';
import { RunnerModule } from '../../src/platform/runner/runner.module';
import { WorkflowEffectPayload } from '../../src/platform/runner/workflow-effect.payload';
import { PledgeDirectory, pledgesInvariants, pledgesSchema, PledgesModule } from '../../src/pledges';
import { RemindersModule, remindersSchema } from '../../src/reminders';
import { RulebooksModule } from '../../src/rulebooks';
import { UnitDirectory, unitsSchema, UnitsModule } from '../../src/units';
import { usersSchema, UsersModule } from '../../src/users';
import { migrated } from '../support/migrated';

const SCHEMAS = [
  deadlinesSchema,
  remindersSchema,
  unitsSchema,
  peopleSchema,
  usersSchema,
  councilsSchema,
  campaignsSchema,
  pledgesSchema,
];

/** The tables that pledges need, and their own. */
export const pledgesTestSchema = {
  entities: SCHEMAS.flatMap(({ entities }) => entities),
  migrations: SCHEMAS.flatMap(({ migrations }) => migrations),
};

const TABLES = [
  { name: 'campaign', table: 'campaigns' },
  { name: 'pledge', table: 'pledges' },
];

/** 14:00 on 19/01/2024 in Vietnam. */
export const MEETING = instant('2024-01-19T07:00:00.000Z');

/** A measure that most tests have no word to say about. */
export const measure = (code: string, more: object = {}): object => ({
  code,
  name: `Tiêu chí ${code}`,
  isMandatory: true,
  unit: 'tỷ đồng',
  direction: 'atLeast',
  plans: [{ name: 'Kế hoạch quận', value: '60' }],
  ...more,
});

/** Income (mandatory, 60), poverty (mandatory, at most 0.26), models (two plans: 50 and 60), place (1 of 15). */
export const MEASURES: readonly object[] = [
  measure('income'),
  measure('poverty', { direction: 'atMost', unit: '%', plans: [{ name: 'Kế hoạch quận', value: '0.26' }] }),
  measure('models', {
    isMandatory: false,
    plans: [
      { name: 'Kế hoạch thành phố', value: '50' },
      { name: 'Kế hoạch quận', value: '60' },
    ],
  }),
  measure('place', {
    isMandatory: false,
    direction: 'rank',
    outOf: 15,
    plans: [{ name: 'Kế hoạch quận', value: '3' }],
  }),
];

/** What a unit pledges when nothing else matters. */
export const VALUES = [
  { measureCode: 'income', value: '60' },
  { measureCode: 'poverty', value: '0.26' },
];

/** What other features will answer: pledges are counted, cases there are none. */
class PledgesAlone extends CampaignLoad {
  override async of(
    rows: RowReader,
    campaignId: string,
  ): Promise<{ openPledgeCount: number; openCaseCount: number; decidedCaseCount: number }> {
    const openPledgeCount = await new PledgeDirectory().openCountOf(rows, campaignId);
    return { openPledgeCount, openCaseCount: 0, decidedCaseCount: 0 };
  }
}

class TallyPayload extends WorkflowEffectPayload {
  @IsOptional()
  @IsUUID()
  readonly campaignId?: string;
}

/** Stands where tallies are: they are asked for and nothing comes of it. */
@Injectable()
class NoTallies {
  @OnJob({ job: 'tally-campaign', payload: TallyPayload })
  tally(): Promise<void> {
    return Promise.resolve();
  }
}

@Global()
@Module({
  providers: [{ provide: CampaignLoad, useClass: PledgesAlone }, NoTallies],
  exports: [CampaignLoad],
})
class NeighboursModule {}

/** How a command is sent. */
export interface SendOptions {
  readonly actor?: Actor;
  readonly id?: string;
  readonly commandId?: string;
}

/** A district with its wards, on a database of its own and a clock that stands still. */
export class PledgeWorld {
  readonly wards: string[] = [];
  readonly paths = new Map<string, string>();
  city = '';
  district = '';
  private count = 0;

  private constructor(
    readonly module: INestApplicationContext,
    readonly clock: VirtualClock,
  ) {}

  static async open(
    database: PersistenceOptions,
    wardCount = 3,
    onStatement?: StatementListener,
  ): Promise<PledgeWorld> {
    const clock = new VirtualClock(MEETING);
    const imports = pledgeImports(database, clock, onStatement);
    const module = await Test.createTestingModule({ imports }).compile();
    await module.init();
    return PledgeWorld.on(module, clock, wardCount);
  }

  /** The same in an application that is there already. */
  static async on(module: INestApplicationContext, clock: VirtualClock, wardCount = 3): Promise<PledgeWorld> {
    const world = new PledgeWorld(module, clock);
    world.city = await world.aUnit('province', 'province');
    world.district = await world.aUnit('district', 'district', world.city);
    for (let ward = 0; ward < wardCount; ward += 1) {
      world.wards.push(await world.aUnit('ward', 'commune', world.district));
    }
    return world;
  }

  get reads(): ReadDatabase {
    return this.module.get(ReadDatabase);
  }

  ward(index: number): string {
    const id = this.wards[index];
    if (id === undefined) throw new Error(`There is no ward ${index}`);
    return id;
  }

  /** A unit below another one; a root without. */
  async aUnit(kind: string, level: string, parentId?: string): Promise<string> {
    const code = this.next('U');
    const unit = { code, name: `Đơn vị ${code}`, kind, level, validFrom: '2020-01-01' };
    const id = await this.accepted('unit.add', { ...unit, ...(parentId ? { parentId } : {}) }, { actor: SYSTEM_ACTOR });
    await this.look(id);
    return id;
  }

  /** Notes where a unit stands: seats that are asked for from now on are there. */
  async look(id: string): Promise<void> {
    const path = await this.module.get(UnitDirectory, { strict: false }).pathOf(this.reads, id);
    this.paths.set(id, path ?? '');
  }

  /** Somebody with one seat on a unit; `name` tells two holders of the same seat apart. */
  actor(role: Role, unitId: string, name = role as string): Actor {
    const unitPath = this.paths.get(unitId) ?? '';
    return {
      id: `${name} ${unitId}`,
      personId: null,
      isSystem: false,
      seats: [{ role, unitId, unitPath, councilId: null }],
    };
  }

  /** A user who holds this seat, to be told things. */
  async aUser(role: Role, unitId: string): Promise<string> {
    const system = { actor: SYSTEM_ACTOR };
    const id = await this.accepted('user.add', { login: this.next('user.'), unitId }, system);
    return this.accepted('user.giveSeat', { role, unitId, validFrom: '2020-01-01' }, { ...system, id });
  }

  officer(unitId: string): Actor {
    return this.actor('unitOfficer', unitId);
  }

  head(unitId: string): Actor {
    return this.actor('unitHead', unitId);
  }

  get office(): Actor {
    return this.actor('standingOffice', this.district);
  }

  get authority(): Actor {
    return this.actor('decidingAuthority', this.district);
  }

  send(type: string, input: object, { actor, id, commandId }: SendOptions = {}): Promise<CommandResult> {
    return this.module.get(CommandDispatcher).dispatch({
      actor: actor ?? this.office,
      commandId: commandId ?? this.next('command'),
      type,
      input,
      ...(id === undefined ? {} : { instanceId: id }),
    });
  }

  /** Sends a command that must be accepted; answers the id of what it was about. */
  async accepted(type: string, input: object = {}, options: SendOptions = {}): Promise<string> {
    const result = await this.send(type, input, options);
    if (result.outcome !== 'accepted') throw new Error(`${type}: ${JSON.stringify(result)}`);
    return result.id;
  }

  planOf(more: object = {}): object {
    return {
      code: this.next('C'),
      name: 'Thi đua yêu nước năm 2024',
      kind: 'regular',
      periodType: 'calendarYear',
      startsOn: '2024-01-01',
      endsOn: '2024-12-31',
      issuerIds: [this.district],
      unitIds: this.wards,
      rounds: [],
      indicators: [{ code: '1', name: 'Chỉ tiêu', measures: MEASURES }],
      allocations: this.wards.flatMap((unitId) => [
        { measureCode: 'income', unitId, value: '60' },
        { measureCode: 'poverty', unitId, value: '0.26' },
      ]),
      ...more,
    };
  }

  /** A campaign that is underway, without a registration window. */
  async aCampaign(more: object = {}): Promise<string> {
    const id = await this.accepted('campaign.draft', this.planOf(more));
    await this.accepted('campaign.submit', {}, { id });
    const approval = { number: '15', symbol: 'KH-UBND', approvedOn: '2024-01-19' };
    await this.accepted('campaign.approve', approval, { id, actor: this.authority });
    return this.accepted('campaign.launch', {}, { id, actor: this.authority });
  }

  /** The draft of a ward's registration. */
  draftOf(campaignId: string, unitId: string, more: object = {}): object {
    return { campaignId, unitId, kind: 'registration', values: VALUES, ...more };
  }

  /** A registration of a ward, as a draft. */
  aDraft(campaignId: string, unitId = this.ward(0), more: object = {}): Promise<string> {
    return this.accepted('pledge.draft', this.draftOf(campaignId, unitId, more), { actor: this.officer(unitId) });
  }

  /** A registration that counts: signed, submitted and registered. */
  async aRegistered(campaignId: string, unitId = this.ward(0), more: object = {}): Promise<string> {
    const id = await this.aDraft(campaignId, unitId, more);
    await this.accepted('pledge.sign', { unitId }, { id, actor: this.head(unitId) });
    await this.accepted('pledge.submit', {}, { id, actor: this.officer(unitId) });
    return this.accepted('pledge.accept', {}, { id });
  }

  /** Does all that lies in the outbox, as a worker would. */
  async doJobs(): Promise<void> {
    await this.module.get(JobQueue).start(this.module.get(JobExecutor).run);
    await this.module.get(OutboxRelay).drain();
    await this.module.get(JobQueue).stop();
  }

  /** What `thidua verify` finds wrong with campaigns and pledges: nothing, at all times. */
  async violations(reads: ReadDatabase = this.reads): Promise<readonly Violation[]> {
    const registry = this.module.get(RegistryHolder).workflows;
    const found: Violation[] = [];
    for (const { check } of [...platformInvariants(TABLES), ...campaignsInvariants, ...pledgesInvariants]) {
      const checked = (): undefined => undefined;
      found.push(...(await check({ reads, registry, now: this.clock.now(), checked })));
    }
    // Jobs that wait because no worker runs here are worth a look, and no broken promise.
    return found.filter(({ level }) => level !== 'warning');
  }

  /** What `thidua verify` finds after this damage, which is undone afterwards. */
  async damaged(sql: string): Promise<readonly Violation[]> {
    const undone = new Error('undone');
    let found: readonly Violation[] = [];
    const damage = this.module.get(UnitOfWork).run(async (tx) => {
      await tx.change(sql);
      const reads = { dialect: tx.dialect, rows: tx.rows.bind(tx) } as ReadDatabase;
      found = await this.violations(reads);
      throw undone;
    });
    await damage.catch((error: unknown) => {
      if (error !== undone) throw error;
    });
    return found;
  }

  at(moment: Instant): void {
    this.clock.set(moment);
  }

  /** A text that was not there before. */
  next(prefix: string): string {
    this.count += 1;
    return `${prefix}${this.count}`;
  }

  close(): Promise<void> {
    return this.module.close();
  }
}

/** The codes of a refusal; throws when the command was not refused. */
export function codesOf(result: CommandResult): readonly string[] {
  if (result.outcome !== 'refused') throw new Error(`not refused: ${JSON.stringify(result)}`);
  return result.reasons.map(({ code }) => code);
}

/** The modules of pledges and of what they stand on. */
export function pledgeImports(
  database: PersistenceOptions,
  clock: VirtualClock,
  onStatement?: StatementListener,
): NonNullable<Parameters<typeof Module>[0]['imports']> {
  return [
    PersistenceModule.forRoot({
      ...pledgesTestSchema,
      database: { useFactory: () => migrated(database, pledgesTestSchema) },
      clock,
      randomness: new SeededRandomness('pledges'),
      ...(onStatement ? { onStatement } : {}),
    }),
    FailpointsModule.forRoot([]),
    RunnerModule.forRoot(allWorkflows),
    RelayModule.forRoot(),
    JobsModule.forRoot({ required: requiredJobsOf([campaignWorkflow, pledgeWorkflow]) }),
    RulebooksModule.forRoot({ rulebooks: configFolder('rulebooks'), calendar: configFolder('calendar') }),
    RemindersModule.forRoot({
      imports: [UsersModule],
      mail: { directory: mailDirectory(database), from: 'Thidua <no-reply@example.org>' },
    }),
    NeighboursModule,
    UnitsModule,
    CampaignsModule,
    PledgesModule,
  ];
}

/** Beside the database; on a server, where no test of pledges sends mail, nowhere. */
function mailDirectory(database: PersistenceOptions): string {
  return database.kind === 'sqlite' ? join(database.file, '..', 'mail') : 'mail';
}
