export type { Channel, DeliveryState } from './delivery';
export { NoticesService, type Announcement } from './notices.service';
export { RecipientDirectory, type Recipient, type RecipientQuery } from './recipient-directory.port';
export { REMINDER_JOBS } from './reminder-jobs';
export { ReminderSubjects, type ReminderSubject, type SubjectReader } from './reminder-subjects';
export { RemindersModule, type RemindersModuleOptions } from './reminders.module';
export { RemindersQueries, type DeliveryRecord, type InboxItem } from './reminders.queries';
export { remindersSchema } from './reminders-schema';
