import type { RequiredJob } from '../platform/queue/job-registry';

/** The job that does the next step of long work. */
export const TAKE_STEP = 'take-long-job-step';

/** For the check at the start that it has a handler. */
export const OPERATION_JOBS: readonly RequiredJob[] = [{ job: TAKE_STEP, neededBy: 'operations' }];
