import type { Schema } from '../platform/persistence';
import { Delivery } from './delivery.entity';
import { MailDigest } from './digests/mail-digest.entity';
import { CreateDeliveries1767225620000 } from './migrations/1767225620000-create-deliveries';
import { CreateNotices1767225621000 } from './migrations/1767225621000-create-notices';
import { WidenDeliveries1767226800000 } from './migrations/1767226800000-widen-deliveries';
import { CreatePreferences1767226800100 } from './migrations/1767226800100-create-preferences';
import { Notice } from './notice.entity';
import { ReminderPreference } from './preferences/reminder-preference.entity';

/** The tables of what people were told. */
export const remindersSchema: Schema = {
  entities: [Delivery, Notice, MailDigest, ReminderPreference],
  migrations: [
    CreateDeliveries1767225620000,
    CreateNotices1767225621000,
    WidenDeliveries1767226800000,
    CreatePreferences1767226800100,
  ],
};
