import type { RequiredJob } from '../platform/queue/job-registry';

/** The jobs that history asks other features for. */
export const HistoryJob = {
  /** Reports that something about the subject of a confirmed row is pending. */
  FreezeViolator: 'freeze-violator',
} as const;

/** The same, for the check at the start that each has a handler. */
export const HISTORY_JOBS: readonly RequiredJob[] = [{ job: HistoryJob.FreezeViolator, neededBy: 'history' }];
