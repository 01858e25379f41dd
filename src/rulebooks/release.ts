import type { WorkingCalendar } from '../../workflows/kernel';
import type { MailPolicy, ReminderRule } from '../../workflows/reminder';
import type { BaseSalary, Rulebook } from '../../workflows/rulebook';

/** All rules at a moment. A campaign pins the hash at launch. */
export interface Release {
  /** SHA-256 in hex over the canonical JSON of rulebooks, base salaries and reminders: comments and layout do not change it. */
  readonly hash: string;
  readonly rulebooks: readonly Rulebook[];
  readonly baseSalaries: readonly BaseSalary[];
  readonly reminders: readonly ReminderRule[];
  /** How mails of reminders leave; absent where no file says it: each by itself and at once. */
  readonly mail?: MailPolicy;
  readonly calendar: Calendar;
}

/** The days off that are known. A deadline in working days keeps the version, and is planned anew when it changes. */
export interface Calendar extends WorkingCalendar {
  /** SHA-256 in hex over the canonical JSON of the days. */
  readonly version: string;
}
