import type { RequiredJob } from '../platform/queue/job-registry';

/** The job that erases what a file says, once nobody needs it any more. */
export const FORGET_IMPORT = 'forget-import';

/** For the check at the start that it has a handler. */
export const IMPORT_JOBS: readonly RequiredJob[] = [{ job: FORGET_IMPORT, neededBy: 'imports' }];
