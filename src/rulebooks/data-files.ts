import { dong, localDate } from '../../workflows/kernel';
import { CATCH_UP_POLICIES, REMINDER_KINDS, REMINDER_RECIPIENTS } from '../../workflows/reminder';
import { cited } from './rulebook-file';
import { listOf, object, oneOf, orElse, parsed, text, whole } from './shape';

/** Base salaries, each from a day on. */
export const baseSalaryFile = object({
  kind: oneOf('baseSalaries'),
  baseSalaries: listOf(object({ ...cited, from: parsed(localDate), amount: parsed(dong) })),
});

const message = orElse(object({ vi: text, en: text }), null);

/** Who is told when; no law, so without citations. */
export const remindersFile = object({
  kind: oneOf('reminders'),
  reminders: listOf(
    object({
      kind: oneOf(...REMINDER_KINDS),
      offsetsDays: listOf(whole),
      localTime: text,
      recipients: listOf(oneOf(...REMINDER_RECIPIENTS)),
      catchUp: oneOf(...CATCH_UP_POLICIES),
      messages: object({ before: message, onTheDay: message, after: message }),
    }),
  ),
});

const day = object({ ...cited, date: parsed(localDate), name: text });

/** The days off of one year and what is worked in exchange. */
export const calendarFile = object({
  kind: oneOf('calendar'),
  year: whole,
  daysOff: listOf(day),
  swappedWorkingDays: listOf(day),
});
