import { createHash } from 'node:crypto';
import { canonicalJson, type WorkingCalendar } from '../../workflows/kernel';
import type { MailPolicy, ReminderRule } from '../../workflows/reminder';
import type { BaseSalary, Layer, Rulebook } from '../../workflows/rulebook';

/** All rules at a moment. A campaign pins the hash at launch. */
export interface Release {
  /** SHA-256 in hex over the canonical JSON of rulebooks, layers, base salaries and reminders: comments and layout do not change it. */
  readonly hash: string;
  readonly rulebooks: readonly Rulebook[];
  /** What sectors, provinces, communes and units set of their own; absent: nothing. */
  readonly layers?: readonly Layer[];
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

/** The rules of a release as canonical JSON: what its hash is over. Days off are none of them. */
export function rulesText({ hash: _, calendar: __, ...rules }: Release): string {
  return canonicalJson(rules);
}

/** SHA-256 in hex over rules as text: the hash of their release. */
export function rulesHash(rules: string): string {
  return createHash('sha256').update(rules).digest('hex');
}

/** The release of rules that were kept as text, with the days off that are known now. */
export function releaseFrom(hash: string, rules: string, calendar: Calendar): Release {
  return { ...(JSON.parse(rules) as Omit<Release, 'hash' | 'calendar'>), hash, calendar };
}
