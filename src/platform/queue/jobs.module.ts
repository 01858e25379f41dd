import { Global, Inject, Module, type DynamicModule, type OnModuleInit } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { InProcessJobQueue } from './in-process-job-queue';
import { JobDiscovery } from './job-discovery';
import { JobExecutor } from './job-executor';
import { JobOutcomes } from './job-outcomes';
import { DEFAULT_JOB_POLICY } from './job-policy';
import { JobQueue } from './job-queue.port';
import { JobRegistry, type RequiredJob } from './job-registry';

/** What the composition root gives to `JobsModule.forRoot`. */
export interface JobsModuleOptions {
  /** Jobs that somebody will ask for: of the workflows (`requiredJobsOf`), of the planner. */
  readonly required: readonly RequiredJob[];
  /** Jobs that run at once in this process. Default 8. */
  readonly concurrency?: number;
}

const CONCURRENCY = 8;
const REQUIRED_JOBS = Symbol('RequiredJobs');

/** Jobs of this process: found, checked against what is asked for, and run. Global, so that features need not import it. */
@Global()
@Module({})
export class JobsModule implements OnModuleInit {
  constructor(
    private readonly registry: JobRegistry,
    private readonly discovery: JobDiscovery,
    @Inject(REQUIRED_JOBS) private readonly required: readonly RequiredJob[],
  ) {}

  static forRoot({ required, concurrency = CONCURRENCY }: JobsModuleOptions): DynamicModule {
    return {
      module: JobsModule,
      imports: [DiscoveryModule],
      providers: [
        { provide: REQUIRED_JOBS, useValue: required },
        JobRegistry,
        JobDiscovery,
        JobOutcomes,
        JobExecutor,
        {
          provide: JobQueue,
          inject: [JobRegistry],
          useFactory: (registry: JobRegistry) => new InProcessJobQueue(limitsOf(registry, concurrency)),
        },
      ],
      exports: [JobRegistry, JobExecutor, JobQueue],
    };
  }

  /** After all providers are made: throws a JobRegistryError, so that the process does not start. */
  onModuleInit(): void {
    this.registry.fill(this.discovery.handlers(), this.required);
  }
}

function limitsOf(registry: JobRegistry, total: number): ConstructorParameters<typeof InProcessJobQueue>[0] {
  return { total, of: (job) => (registry.find(job)?.policy ?? DEFAULT_JOB_POLICY).concurrency };
}
