import {
  addDays,
  atLocalTime,
  daysBetween,
  fillLabel,
  FIRST_YEAR,
  LAST_YEAR,
  localDate,
  type Label,
  type LocalDate,
} from '../kernel';
import type { EscalationStep, ReminderOccurrence, ReminderPhase, ReminderRule } from './reminder.types';

const FIRST_DAY = localDate(`${FIRST_YEAR}-01-01`);
const LAST_DAY = localDate(`${LAST_YEAR}-12-31`);

/**
 * Every moment at which a deadline of this day is reminded of, in the order of time. What would lie beyond the years of
 * a local date is left out: a deadline at the end of the calendar must not keep the others from being planned.
 */
export function occurrencesOf(
  { offsetsDays, escalation = [], localTime }: ReminderRule,
  { dueOn }: { readonly dueOn: LocalDate },
): readonly ReminderOccurrence[] {
  return [...offsetsDays, ...escalation.map(({ afterDays }) => afterDays)]
    .filter((days) => daysBetween(dueOn, FIRST_DAY) <= days && days <= daysBetween(dueOn, LAST_DAY))
    .sort((a, b) => a - b)
    .map((offsetDays) => ({
      offsetDays,
      at: atLocalTime(addDays(dueOn, offsetDays), localTime),
      phase: phaseOf(offsetDays),
    }));
}

/** Before the due day, on it or after it. */
export function phaseOf(offsetDays: number): ReminderPhase {
  return offsetDays < 0 ? 'before' : offsetDays === 0 ? 'onTheDay' : 'after';
}

/** The step of escalation that an occurrence is; undefined for an ordinary one. */
export function escalationAt({ escalation = [] }: ReminderRule, offsetDays: number): EscalationStep | undefined {
  return escalation.find(({ afterDays }) => afterDays === offsetDays);
}

/** Whether only units that still owe are told of an occurrence, on a day that may be later than its own. */
export function isForWhoOwes(rule: ReminderRule, offsetDays: number, saidDays = offsetDays): boolean {
  return escalationAt(rule, offsetDays) !== undefined || (rule.onlyWhoOwes ?? []).includes(phaseOf(saidDays));
}

/** What is said of an occurrence. */
export interface ReminderWords {
  /** What is due: a campaign, a report, a sitting. */
  readonly name: string;
  readonly dueOn: LocalDate;
  /** The day on which it is said: after an outage a later one than that of the occurrence. */
  readonly saidOn: LocalDate;
  /** Of how many units that still owe the recipient is told. */
  readonly count?: number;
}

/**
 * The sentence of an occurrence, true on the day on which it is said.
 * Throws a RangeError when the rule has none for the phase, which `reminderProblems` finds at boot.
 */
export function messageOf(
  rule: ReminderRule,
  { offsetDays }: Pick<ReminderOccurrence, 'offsetDays'>,
  { name, dueOn, saidOn, count = 0 }: ReminderWords,
): Label {
  const own = escalationAt(rule, offsetDays)?.message ?? rule.messages[phaseOf(offsetDays)];
  if (!own) throw new RangeError(`${rule.kind} has no message for ${phaseOf(offsetDays)}`);
  const days = daysBetween(dueOn, saidOn);
  const phase = phaseOf(days);
  const isOwn = escalationAt(rule, offsetDays) !== undefined || phase === phaseOf(offsetDays);
  const message = isOwn ? own : (rule.messages[phase] ?? PLAIN_WORDS[phase]);
  const [year, month, day] = dueOn.split('-');
  return fillLabel(message, { name, dueOn: `${day}/${month}/${year}`, days: Math.abs(days), count });
}

/** For what is said so late that the rule has no words for it. */
const PLAIN_WORDS: Readonly<Record<ReminderPhase, Label>> = {
  before: {
    vi: 'Còn {days} ngày đến hạn của "{name}" ({dueOn}).',
    en: '"{name}" is due on {dueOn}; days left: {days}.',
  },
  onTheDay: { vi: 'Hôm nay là hạn của "{name}" ({dueOn}).', en: '"{name}" is due today ({dueOn}).' },
  after: {
    vi: 'Hạn của "{name}" ({dueOn}) đã qua {days} ngày.',
    en: '"{name}" was due on {dueOn}; days past: {days}.',
  },
};
