import { EventAnchor } from './event-anchor.entity';
import { EventRow } from './event-row.entity';
import { Lease } from './lease.entity';
import { CreateEvents1767225600000 } from './migrations/1767225600000-create-events';
import { CreateEventAnchors1767225601000 } from './migrations/1767225601000-create-event-anchors';
import { CreatePrivateTexts1767225602000 } from './migrations/1767225602000-create-private-texts';
import { CreateOutbox1767225603000 } from './migrations/1767225603000-create-outbox';
import { CreateProcessedMessages1767225604000 } from './migrations/1767225604000-create-processed-messages';
import { CreateLeases1767225605000 } from './migrations/1767225605000-create-leases';
import { OutboxRow } from './outbox-row.entity';
import type { Schema } from './persistence-options';
import { PrivateText } from './private-text.entity';
import { ProcessedMessage } from './processed-message.entity';

/** The tables of the platform: in every database, whatever features the application has. */
export const platformSchema: Schema = {
  entities: [EventRow, EventAnchor, PrivateText, OutboxRow, ProcessedMessage, Lease],
  migrations: [
    CreateEvents1767225600000,
    CreateEventAnchors1767225601000,
    CreatePrivateTexts1767225602000,
    CreateOutbox1767225603000,
    CreateProcessedMessages1767225604000,
    CreateLeases1767225605000,
  ],
};

/** The platform's tables and the features'. */
export function wholeSchema(features: Schema): Schema {
  return {
    entities: [...platformSchema.entities, ...features.entities],
    migrations: [...platformSchema.migrations, ...features.migrations],
  };
}
