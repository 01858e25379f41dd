import { dong, localDate } from '../../workflows/kernel';
import {
  CATCH_UP_POLICIES,
  MAIL_MODES,
  OWING_RECIPIENTS,
  REMINDER_KINDS,
  REMINDER_RECIPIENTS,
} from '../../workflows/reminder';
import { cited } from './rulebook-file';
import { flag, listOf, object, oneOf, orElse, orNull, parsed, text, whole } from './shape';

/** Base salaries, each from a day on. */
export const baseSalaryFile = object({
  kind: oneOf('baseSalaries'),
  baseSalaries: listOf(object({ ...cited, from: parsed(localDate), amount: parsed(dong) })),
});

const label = object({ vi: text, en: text });
const message = orElse(label, null);

const escalationStep = object({ afterDays: whole, recipients: listOf(oneOf(...OWING_RECIPIENTS)), message: label });

const mailPolicy = object({
  mode: oneOf(...MAIL_MODES),
  gatherMinutes: whole,
  dailyAt: text,
  quietHours: orNull(object({ from: text, to: text })),
  mostQuietHours: whole,
});

/** Who is told when; no law, so without citations. */
export const remindersFile = object({
  kind: oneOf('reminders'),
  mail: orElse(mailPolicy, null),
  reminders: listOf(
    object({
      kind: oneOf(...REMINDER_KINDS),
      offsetsDays: listOf(whole),
      localTime: text,
      recipients: listOf(oneOf(...REMINDER_RECIPIENTS)),
      catchUp: oneOf(...CATCH_UP_POLICIES),
      messages: object({ before: message, onTheDay: message, after: message }),
      onlyWhoOwes: orElse(listOf(oneOf('before', 'onTheDay', 'after')), []),
      escalation: orElse(listOf(escalationStep), []),
      isUrgent: orElse(flag, false),
    }),
  ),
});

const day = object({ ...cited, date: parsed(localDate), name: text });

/** The days off of one year and what is worked in exchange. */
export const calendarFile = object({
  kind: oneOf('calendar'),
  year: whole,
  /** False while days of the year are still to be announced: what is counted into it may move. */
  isComplete: flag,
  daysOff: listOf(day),
  swappedWorkingDays: listOf(day),
});
