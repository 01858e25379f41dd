export {
  afterQuietHours,
  MAIL_MODES,
  mailPolicyProblems,
  mailTimeOf,
  PLAIN_MAIL,
  quietHoursProblem,
  type HourSpan,
  type MailMode,
  type MailPolicy,
  type MailTime,
} from './mail-times';
export { escalationAt, isForWhoOwes, messageOf, occurrencesOf, phaseOf, type ReminderWords } from './occurrences';
export { reminderProblems, type ReminderProblem } from './problems';
export {
  CATCH_UP_POLICIES,
  OWED_KINDS,
  OWING_RECIPIENTS,
  REMINDER_KINDS,
  REMINDER_RECIPIENTS,
  type CatchUpPolicy,
  type EscalationStep,
  type OwedKind,
  type OwingRecipient,
  type ReminderKind,
  type ReminderOccurrence,
  type ReminderPhase,
  type ReminderRecipient,
  type ReminderRule,
} from './reminder.types';
