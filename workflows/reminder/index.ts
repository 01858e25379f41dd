export { messageOf, occurrencesOf, phaseOf } from './occurrences';
export { reminderProblems, type ReminderProblem } from './problems';
export {
  CATCH_UP_POLICIES,
  REMINDER_KINDS,
  REMINDER_RECIPIENTS,
  type CatchUpPolicy,
  type ReminderKind,
  type ReminderOccurrence,
  type ReminderPhase,
  type ReminderRecipient,
  type ReminderRule,
} from './reminder.types';
