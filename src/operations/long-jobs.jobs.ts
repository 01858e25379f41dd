import { Injectable } from '@nestjs/common';
import { IsInt, IsUUID } from 'class-validator';
import type { JobContext } from '../platform/queue/job-handler';
import { MAX_TIMEOUT_MS } from '../platform/queue/job-policy';
import { OnJob } from '../platform/queue/on-job.decorator';
import { TAKE_STEP } from './long-job-jobs';
import { LongJobSteps } from './long-job-steps.service';

/** Which step of which work. */
export class TakeStepPayload {
  @IsUUID()
  readonly jobId: string;

  @IsInt()
  readonly step: number;
}

/** Long work in the background. */
@Injectable()
export class LongJobsJobs {
  constructor(private readonly steps: LongJobSteps) {}

  // The row counts failures; tries are many, so that a machine that is switched off again and again ends no work.
  @OnJob({ job: TAKE_STEP, payload: TakeStepPayload, policy: { timeoutMs: MAX_TIMEOUT_MS, attempts: 100 } })
  take(payload: TakeStepPayload, context: JobContext): Promise<void> {
    return this.steps.take(payload, (work) => context.once(work));
  }
}
