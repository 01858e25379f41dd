import type { Label } from '../kernel';
import { phaseOf } from './occurrences';
import { OWED_KINDS, type ReminderPhase, type ReminderRule } from './reminder.types';

/** What is wrong with a reminder rule that has the right shape. */
export interface ReminderProblem {
  /** Position of the rule in the list that was judged. */
  readonly index: number;
  readonly path: readonly (string | number)[];
  readonly reason: string;
}

/** Nobody reads a reminder of more than a year away; a larger number is a slip of the pen. */
const MOST_DAYS = 366;
const TIME = /^([01]\d|2[0-3]):[0-5]\d$/;
const PLACEHOLDERS: readonly string[] = ['name', 'dueOn', 'days'];
const OF_ESCALATION: readonly string[] = [...PLACEHOLDERS, 'count'];
const OWED: readonly string[] = OWED_KINDS;
const PHASES: readonly ReminderPhase[] = ['before', 'onTheDay', 'after'];

/** Everything that contradicts itself in a set of reminder rules; empty when they can be used. */
export function reminderProblems(rules: readonly ReminderRule[]): readonly ReminderProblem[] {
  return rules.flatMap((rule, index) => {
    const { kind, localTime, offsetsDays, recipients } = rule;
    const at = (path: ReminderProblem['path'], isWrong: boolean, reason: string): ReminderProblem[] =>
      isWrong ? [{ index, path, reason }] : [];
    return [
      ...at(['kind'], rules.findIndex((other) => other.kind === kind) < index, `another rule is for ${kind}`),
      ...at(['localTime'], !TIME.test(localTime), `"${localTime}" is not a time of day like 08:00`),
      ...at(['recipients'], recipients.length === 0, 'names nobody'),
      ...at(['recipients'], new Set(recipients).size < recipients.length, 'names somebody twice'),
      ...at(
        ['recipients'],
        recipients.includes('parentOffice'),
        'parentOffice is for escalation: it is found from who owes',
      ),
      ...at(['offsetsDays'], offsetsDays.length === 0, 'names no day'),
      ...offsetsDays.flatMap((offset, place) =>
        at(['offsetsDays', place], ...offsetProblem(offset, offsetsDays[place - 1])),
      ),
      ...PHASES.flatMap((phase) => {
        const message = rule.messages[phase];
        const isReached = offsetsDays.some((offset) => phaseOf(offset) === phase);
        return [
          ...at(['messages'], isReached && !message, `has no ${phase}, which the days reach`),
          ...at(['messages', phase], !isReached && message !== null, 'is never used: no day reaches it'),
          ...(message ? messageProblems(message, index, ['messages', phase]) : []),
        ];
      }),
      ...owingProblems(rule, index),
    ];
  });
}

/** What contradicts itself in what a rule says of units that owe. */
function owingProblems(rule: ReminderRule, index: number): ReminderProblem[] {
  const { kind, offsetsDays, onlyWhoOwes = [], escalation = [] } = rule;
  const isOwed = OWED.includes(kind);
  const asksWhoOwes = onlyWhoOwes.length > 0 || escalation.length > 0;
  const steps = escalation.flatMap(({ afterDays, recipients, message }, place) => {
    const before = escalation[place - 1]?.afterDays;
    const path = ['escalation', place];
    const [isWrong, reason] = offsetProblem(afterDays, before);
    return [
      ...(isWrong ? [{ index, path: [...path, 'afterDays'], reason }] : []),
      ...(afterDays < 1 ? [{ index, path: [...path, 'afterDays'], reason: 'must come after the day' }] : []),
      ...(offsetsDays.includes(afterDays)
        ? [{ index, path: [...path, 'afterDays'], reason: `${afterDays} is a day of offsetsDays too` }]
        : []),
      ...(recipients.length === 0 ? [{ index, path: [...path, 'recipients'], reason: 'names nobody' }] : []),
      ...messageProblems(message, index, [...path, 'message'], OF_ESCALATION),
    ];
  });
  const stranger = {
    index,
    path: [onlyWhoOwes.length > 0 ? 'onlyWhoOwes' : 'escalation'],
    reason: `nobody owes by ${kind}`,
  };
  return [...(asksWhoOwes && !isOwed ? [stranger] : []), ...steps];
}

function offsetProblem(offset: number, before: number | undefined): [boolean, string] {
  if (!Number.isSafeInteger(offset) || Math.abs(offset) > MOST_DAYS) {
    return [true, `${offset} is not a whole number of days from -${MOST_DAYS} to ${MOST_DAYS}`];
  }
  return [
    before !== undefined && offset <= before,
    `${offset} must come after ${before}: write the days in order, each once`,
  ];
}

function messageProblems(
  message: Label,
  index: number,
  path: ReminderProblem['path'],
  known: readonly string[] = PLACEHOLDERS,
): ReminderProblem[] {
  return (['vi', 'en'] as const).flatMap((language) =>
    [...message[language].matchAll(/\{(\w+)\}/g)]
      .map(([, name = '']) => name)
      .filter((name) => !known.includes(name))
      .map((name) => ({
        index,
        path: [...path, language],
        reason: `{${name}} is none of {${known.join('}, {')}}`,
      })),
  );
}
