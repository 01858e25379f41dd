import type { RequiredJob } from '../platform/queue/job-registry';

/** The jobs that reminders ask for themselves. */
export const ReminderJob = {
  /** Hands one mail to the transport: `{ deliveryId }`. */
  SendMail: 'send-mail',
  /** Hands the one mail of several reminders to the transport: `{ digestId }`. */
  SendDigest: 'send-digest',
} as const;

/** The same, for the check at the start that each has a handler. */
export const REMINDER_JOBS: readonly RequiredJob[] = Object.values(ReminderJob).map((job) => ({
  job,
  neededBy: 'reminders',
}));
