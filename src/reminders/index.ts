export type { Channel, DeliveryState } from './delivery';
export { InboxModule } from './inbox.module';
export { NoticesService, type Announcement } from './notices.service';
export { OwedThings, type OwedDeadline, type WhichUnits } from './owed-things';
export {
  RecipientDirectory,
  type OwingRecipientQuery,
  type Recipient,
  type RecipientOfUnit,
  type RecipientQuery,
} from './recipient-directory.port';
export { WaitingThings, type WaitingKind } from './waiting/waiting-things';
export { REMINDER_JOBS } from './reminder-jobs';
export { ReminderSubjects, type ReminderSubject, type SubjectReader } from './reminder-subjects';
export { RemindersModule, type RemindersModuleOptions } from './reminders.module';
export { RemindersQueries, type DeliveryRecord, type InboxItem } from './reminders.queries';
export { remindersInvariants } from './reminders.invariants';
export { remindersSchema } from './reminders-schema';
