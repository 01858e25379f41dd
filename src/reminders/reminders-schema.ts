import type { Schema } from '../platform/persistence';
import { Delivery } from './delivery.entity';
import { CreateDeliveries1767225620000 } from './migrations/1767225620000-create-deliveries';
import { CreateNotices1767225621000 } from './migrations/1767225621000-create-notices';
import { Notice } from './notice.entity';

/** The tables of what people were told. */
export const remindersSchema: Schema = {
  entities: [Delivery, Notice],
  migrations: [CreateDeliveries1767225620000, CreateNotices1767225621000],
};
