import type { Instant } from '../../../workflows/kernel';
import type { ReminderMoment, ReminderPlan } from './reminder-rules.port';

/** What is to be planned for one deadline now, and when to look at it again. */
export interface Outlook {
  readonly moments: readonly ReminderMoment[];
  /** The next moment beyond the horizon; undefined when there is none. */
  readonly lookAt: Instant | undefined;
}

/**
 * Chooses the moments from the one that was looked for last up to the horizon, both included.
 * What lies before was planned already, or passed before the deadline was armed: then there was nothing to be told.
 */
export function planAhead(plan: ReminderPlan | undefined, from: Instant, horizon: Instant): Outlook {
  const ahead = (plan?.moments ?? []).filter(({ dueAt }) => dueAt >= from);
  const beyond = ahead.map(({ dueAt }) => dueAt).filter((dueAt) => dueAt > horizon);
  return {
    moments: ahead.filter(({ dueAt }) => dueAt <= horizon),
    lookAt: beyond.sort()[0],
  };
}
