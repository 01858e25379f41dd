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

/** Whether only units that still owe are told of an occurrence. */
export function isForWhoOwes(rule: ReminderRule, offsetDays: number): boolean {
  return escalationAt(rule, offsetDays) !== undefined || (rule.onlyWhoOwes ?? []).includes(phaseOf(offsetDays));
}

/**
 * The sentence of an occurrence. `name` is what is due: a campaign, a report, a sitting; `count`, of how many units that
 * still owe the recipient is told.
 * Throws a RangeError when the rule has none for the phase, which `reminderProblems` finds at boot.
 */
export function messageOf(
  rule: ReminderRule,
  { offsetDays, phase }: Pick<ReminderOccurrence, 'offsetDays' | 'phase'>,
  { name, dueOn, count = 0 }: { readonly name: string; readonly dueOn: LocalDate; readonly count?: number },
): Label {
  const message = escalationAt(rule, offsetDays)?.message ?? rule.messages[phase];
  if (!message) throw new RangeError(`${rule.kind} has no message for ${phase}`);
  const [year, month, day] = dueOn.split('-');
  return fillLabel(message, { name, dueOn: `${day}/${month}/${year}`, days: Math.abs(offsetDays), count });
}
