import type { DynamicModule } from '@nestjs/common';
import { configFolder, type AppConfig } from '../../config';
import { allWorkflows } from '../../workflows/all';
import { HISTORY_JOBS } from '../history';
import { SharedClock } from '../platform/clock/shared-clock';
import { SharedClockModule } from '../platform/clock/shared-clock.module';
import { SystemClock } from '../platform/clock/system-clock';
import { PLANNER_JOBS } from '../platform/deadlines/deadline-jobs';
import { DeadlinesModule } from '../platform/deadlines/deadlines.module';
import { FailpointsModule } from '../platform/failpoints/failpoints.module';
import { PersistenceModule, type PersistenceOptions } from '../platform/persistence';
import { JobsModule } from '../platform/queue/jobs.module';
import { requiredJobsOf } from '../platform/queue/required-jobs';
import { RelayModule } from '../platform/relay/relay.module';
import { RunnerModule } from '../platform/runner/runner.module';
import { IMPORT_JOBS } from '../imports';
import { OPERATION_JOBS } from '../operations';
import { REMINDER_JOBS, RemindersModule } from '../reminders';
import { RulebooksModule } from '../rulebooks';
import { UsersModule } from '../users';
import type { AppOptions } from './app-options';
import { appSchema } from './app-schema';

/** Everything that is about no feature, set up from the configuration. */
export function platformModules(options: AppOptions): DynamicModule[] {
  const { config, randomness, migrate } = options;
  const shared = config.clock === 'shared' ? new SharedClock(options.clock ?? new SystemClock()) : undefined;
  const clock = shared ?? options.clock;
  return [
    PersistenceModule.forRoot({
      ...appSchema,
      database: { inject: [], useFactory: () => databaseOf(options) },
      ...(clock ? { clock } : {}),
      ...(randomness ? { randomness } : {}),
      ...(migrate === undefined ? {} : { migrate }),
    }),
    ...(shared ? [SharedClockModule.forRoot(shared)] : []),
    FailpointsModule.forRoot(config.failpoints),
    RunnerModule.forRoot(allWorkflows),
    RelayModule.forRoot(config.relay),
    JobsModule.forRoot({
      required: [
        ...requiredJobsOf(allWorkflows),
        ...PLANNER_JOBS,
        ...REMINDER_JOBS,
        ...HISTORY_JOBS,
        ...OPERATION_JOBS,
        ...IMPORT_JOBS,
      ],
    }),
    DeadlinesModule.forRoot(config.planner),
    RulebooksModule.forRoot({ rulebooks: configFolder('rulebooks'), calendar: configFolder('calendar') }),
    RemindersModule.forRoot({ imports: [UsersModule], mail: mailOf(config) }),
  ];
}

function databaseOf({ config, synchronous }: AppOptions): PersistenceOptions {
  const { database } = config;
  if (database.kind === 'postgres') return { kind: 'postgres', url: database.url };
  return { kind: 'sqlite', file: database.file, synchronous: synchronous ?? 'FULL' };
}

function mailOf(config: AppConfig): { directory: string; from: string } {
  return { directory: config.mailDirectory, from: 'Thidua <no-reply@thidua.invalid>' };
}
