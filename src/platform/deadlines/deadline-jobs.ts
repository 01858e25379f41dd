import type { RequiredJob } from '../queue/job-registry';

/** The jobs that the planner asks for. */
export const DeadlineJob = {
  /** Tells the recipients of occurrences: `{ occurrenceIds }`. */
  TellOccurrences: 'tell-occurrences',
  /** Sends the command of a deadline that has passed: `{ deadlineId, generation }`. */
  PassDeadline: 'pass-deadline',
} as const;

/** The same, for the check at the start that each has a handler. */
export const PLANNER_JOBS: readonly RequiredJob[] = Object.values(DeadlineJob).map((job) => ({
  job,
  neededBy: 'planner',
}));
