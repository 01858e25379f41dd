import { describePostgresDatabase } from '../support/database';
import { eventAnchorsContract } from './event-anchors.contract';
import { eventLogContract } from './event-log.contract';
import { leasesContract } from './leases.contract';
import { outboxContract } from './outbox.contract';
import { privateTextsContract } from './private-texts.contract';
import { processedMessagesContract } from './processed-messages.contract';

describePostgresDatabase('PostgreSQL', eventLogContract);
describePostgresDatabase('PostgreSQL', eventAnchorsContract);
describePostgresDatabase('PostgreSQL', outboxContract);
describePostgresDatabase('PostgreSQL', processedMessagesContract);
describePostgresDatabase('PostgreSQL', leasesContract);
describePostgresDatabase('PostgreSQL', privateTextsContract);
