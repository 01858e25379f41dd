import { Global, Injectable, Module, type DynamicModule, type Type } from '@nestjs/common';
import { Test, type TestingModule } from '@nestjs/testing';
import { join } from 'node:path';
import { DeadlinesModule } from '../../src/platform/deadlines/deadlines.module';
import { PLANNER_JOBS } from '../../src/platform/deadlines/deadline-jobs';
import { Planner } from '../../src/platform/deadlines/planner';
import { FailpointsModule } from '../../src/platform/failpoints/failpoints.module';
import { PersistenceModule, UnitOfWork, type PersistenceOptions } from '../../src/platform/persistence';
import { addToOutbox } from '../../src/platform/persistence/outbox';
import { Clock, SystemClock } from '../../src/platform/clock';
import { Ids, Randomness, SystemRandomness } from '../../src/platform/ids';
import { JobsModule } from '../../src/platform/queue/jobs.module';
import { JobRegistry, type RequiredJob } from '../../src/platform/queue/job-registry';
import { OnJob } from '../../src/platform/queue/on-job.decorator';
import { BackgroundWork } from '../../src/platform/relay/background-work';
import { RelayModule } from '../../src/platform/relay/relay.module';
import { CommandDispatcher } from '../../src/platform/runner/command-dispatcher';
import { NoInput } from '../../src/platform/validation/no-input';
import { RecipientDirectory, REMINDER_JOBS, RemindersModule } from '../../src/reminders';
import { RulebooksService } from '../../src/rulebooks';
import { eventually } from '../support/eventually';
import { useTemporaryDirectory } from '../support/temporary-directory';
import { BACKGROUND_SCHEMA } from './background-rig';
import { SampleDirectory, sampleRulebooks } from './reminder-samples';
import { START } from './use-rig';

@Injectable()
class Greeter {
  greeted = 0;

  @OnJob({ job: 'greet', payload: NoInput })
  greet(): Promise<void> {
    this.greeted += 1;
    return Promise.resolve();
  }
}

@Injectable()
class Rival {
  @OnJob({ job: 'greet', payload: NoInput })
  greetToo(): Promise<void> {
    return Promise.resolve();
  }
}

@Global()
@Module({
  providers: [
    CommandDispatcher,
    { provide: RulebooksService, useFactory: sampleRulebooks },
    { provide: RecipientDirectory, useClass: SampleDirectory },
  ],
  exports: [CommandDispatcher, RulebooksService, RecipientDirectory],
})
class Surroundings {}

@Global()
@Module({
  providers: [
    { provide: UnitOfWork, useValue: {} },
    { provide: Clock, useClass: SystemClock },
    { provide: Randomness, useClass: SystemRandomness },
  ],
  exports: [UnitOfWork, Clock, Randomness],
})
class WithoutDatabase {}

describe('the jobs of a Nest application', () => {
  const directory = useTemporaryDirectory();
  const made: TestingModule[] = [];
  let file = 0;

  afterEach(() => Promise.all(made.splice(0).map((application) => application.close())));

  function persistence(): DynamicModule {
    file += 1;
    const options: PersistenceOptions = { kind: 'sqlite', file: join(directory(), `nest-${file}.sqlite`) };
    return PersistenceModule.forRoot({ ...BACKGROUND_SCHEMA, database: { useFactory: () => options } });
  }

  async function boot(providers: readonly Type[], required: readonly RequiredJob[] = []): Promise<TestingModule> {
    const application = await Test.createTestingModule({
      imports: [
        persistence(),
        Surroundings,
        FailpointsModule.forRoot([]),
        JobsModule.forRoot({ required: [...PLANNER_JOBS, ...REMINDER_JOBS, ...required] }),
        RelayModule.forRoot({ pollMs: 20 }),
        DeadlinesModule.forRoot({ horizonHours: 48 }),
        RemindersModule.forRoot({ mail: { directory: join(directory(), 'mail'), from: 'no-reply@example.org' } }),
      ],
      providers: [...providers],
    }).compile();
    made.push(application);
    await application.init();
    return application;
  }

  it('are found among all providers, and run once the work is started', async () => {
    const application = await boot([Greeter], [{ job: 'greet', neededBy: 'campaign@1' }]);
    expect(
      application
        .get(JobRegistry)
        .all()
        .map(({ job, source }) => `${job} ${source}`)
        .sort(),
    ).toEqual([
      'greet Greeter.greet',
      'pass-deadline DeadlinesJobs.pass',
      'send-digest RemindersJobs.sendDigest',
      'send-mail RemindersJobs.sendMail',
      'tell-occurrences RemindersJobs.tell',
    ]);
    const work = application.get(BackgroundWork);
    await work.start();
    const id = application.get(Ids).next();
    await application
      .get(UnitOfWork)
      .run((tx) => addToOutbox(tx, [{ id, job: 'greet', payload: {}, availableAt: START, createdAt: START }]));
    await eventually(() => expect(application.get(Greeter).greeted).toBe(1));
    await work.stop();
  });

  /** Without a database: an application that does not start is not closed either. */
  async function bootJobs(providers: readonly Type[], required: readonly RequiredJob[] = []): Promise<void> {
    const imports = [WithoutDatabase, FailpointsModule.forRoot([]), JobsModule.forRoot({ required })];
    const application = await Test.createTestingModule({ imports, providers: [...providers] }).compile();
    await application.init();
  }

  it('keep the application from starting when a name has two handlers', async () => {
    await expect(bootJobs([Greeter, Rival])).rejects.toThrow(
      /"greet" is handled by Greeter\.greet and Rival\.greetToo/,
    );
  });

  it('keep the application from starting when an effect has no handler', async () => {
    await expect(bootJobs([], [{ job: 'announce-campaign', neededBy: 'campaign@1' }])).rejects.toThrow(
      /"announce-campaign" has no handler, but campaign@1 asks for it/,
    );
  });

  it('leave the planner ready to tick', async () => {
    const application = await boot([]);
    await expect(application.get(Planner).tick(START)).resolves.toEqual({
      planned: 0,
      queued: 0,
      skipped: 0,
      passed: 0,
    });
  });
});
