import { join } from 'node:path';
import { Global, Injectable, Module, type ModuleMetadata } from '@nestjs/common';
import { Allow } from 'class-validator';
import { allWorkflows } from '../../workflows/all';
import { awardsInvariants, AwardsModule, awardsSchema, CaseDirectory } from '../../src/awards';
import { HistoryPortsModule } from '../../src/app/history-ports.module';
import { CampaignLoad, CampaignsModule, campaignsSchema, type CampaignLoadCounts } from '../../src/campaigns';
import { clustersSchema } from '../../src/clusters';
import { councilsSchema } from '../../src/councils';
import { fundInvariants, FundModule, fundSchema } from '../../src/fund';
import { HistoryModule, historySchema } from '../../src/history';
import { PeopleModule, peopleSchema } from '../../src/people';
import type { VirtualClock } from '../../src/platform/clock';
import { DeadlinesModule } from '../../src/platform/deadlines/deadlines.module';
import { deadlinesSchema } from '../../src/platform/deadlines/deadlines-schema';
import { FailpointsModule } from '../../src/platform/failpoints/failpoints.module';
import { SeededRandomness } from '../../src/platform/ids';
import { InvariantsModule, platformInvariants } from '../../src/platform/invariants';
import {
  PersistenceModule,
  type PersistenceOptions,
  type RowReader,
  type Schema,
} from '../../src/platform/persistence';
import type { JobContext } from '../../src/platform/queue/job-handler';
import { JobsModule } from '../../src/platform/queue/jobs.module';
import { OnJob } from '../../src/platform/queue/on-job.decorator';
import { RelayModule } from '../../src/platform/relay/relay.module';
import { RunnerModule } from '../../src/platform/runner/runner.module';
import { WorkflowEffectsPayload } from '../../src/platform/runner/workflow-effects.payload';
import { remindersSchema, RemindersModule } from '../../src/reminders';
import { loadRelease, RulebooksModule, type Release } from '../../src/rulebooks';
import { UnitsModule, unitsSchema } from '../../src/units';
import { UsersModule, usersSchema } from '../../src/users';
import { migrated } from '../support/migrated';

const CONFIG = join(__dirname, '../../config');
const FOLDERS = { rulebooks: join(CONFIG, 'rulebooks'), calendar: join(CONFIG, 'calendar') };

const SCHEMAS = [
  deadlinesSchema,
  remindersSchema,
  unitsSchema,
  peopleSchema,
  usersSchema,
  councilsSchema,
  campaignsSchema,
  awardsSchema,
  fundSchema,
  historySchema,
  clustersSchema,
];

const SCHEMA: Schema = {
  entities: SCHEMAS.flatMap(({ entities }) => entities),
  migrations: SCHEMAS.flatMap(({ migrations }) => migrations),
};

/** The rules of the house, but for one tier: the council of these tests leaves LDTT to the appraisal, as the law lets it. */
export function releaseForTests(): Release {
  const release = loadRelease(FOLDERS);
  const rulebooks = release.rulebooks.map((rulebook) => ({
    ...rulebook,
    tiers: rulebook.tiers.map((tier) =>
      tier.code === 'LDTT' ? { ...tier, route: { ...rulebook.council.route, council: 'none' as const } } : tier,
    ),
  }));
  return { ...release, rulebooks };
}

/** Campaigns of these tests have cases and no pledges. */
@Injectable()
class OnlyCases extends CampaignLoad {
  constructor(private readonly cases: CaseDirectory) {
    super();
  }

  override async of(rows: RowReader, campaignId: string): Promise<CampaignLoadCounts> {
    return { openPledgeCount: 0, ...(await this.cases.countsOfCampaign(rows, campaignId)) };
  }
}

class TallyPayload extends WorkflowEffectsPayload {
  @Allow()
  readonly campaignId: string | null;
}

/** Stands where tallies will. */
@Injectable()
class TallyJobs {
  @OnJob({ job: 'tally-campaign', payload: TallyPayload })
  async tally(_: TallyPayload, context: JobContext): Promise<void> {
    await context.once(() => Promise.resolve());
  }
}

@Global()
@Module({
  imports: [AwardsModule],
  providers: [{ provide: CampaignLoad, useClass: OnlyCases }, TallyJobs],
  exports: [CampaignLoad],
})
class Neighbours {}

const CHECKS = [
  ...platformInvariants([
    { name: 'campaign', table: 'campaigns' },
    { name: 'award', table: 'award_cases' },
    { name: 'decision', table: 'decisions' },
  ]),
  ...awardsInvariants,
  ...fundInvariants,
];

/** Everything around dossiers, cases and decisions, on a clock that tests move. */
export function awardsImports(
  database: PersistenceOptions,
  clock: VirtualClock,
  mailDirectory: string,
): NonNullable<ModuleMetadata['imports']> {
  return [
    PersistenceModule.forRoot({
      ...SCHEMA,
      database: { inject: [], useFactory: () => migrated(database, SCHEMA) },
      clock,
      randomness: new SeededRandomness('awards'),
    }),
    FailpointsModule.forRoot([]),
    RunnerModule.forRoot(allWorkflows),
    RelayModule.forRoot({ pollMs: 1_000 }),
    JobsModule.forRoot({ required: [] }),
    DeadlinesModule.forRoot({ horizonHours: 48 }),
    RulebooksModule.forRoot(FOLDERS),
    RemindersModule.forRoot({
      imports: [UsersModule],
      mail: { directory: mailDirectory, from: 'Thidua <no-reply@example.org>' },
    }),
    InvariantsModule.forRoot(CHECKS),
    Neighbours,
    UnitsModule,
    PeopleModule,
    UsersModule,
    CampaignsModule,
    AwardsModule,
    HistoryPortsModule,
    HistoryModule,
    FundModule,
  ];
}
