import { describeSqlite } from '../support/database';
import { eventAnchorsContract } from './event-anchors.contract';
import { eventLogContract } from './event-log.contract';
import { leasesContract } from './leases.contract';
import { outboxContract } from './outbox.contract';
import { privateTextsContract } from './private-texts.contract';
import { processedMessagesContract } from './processed-messages.contract';

describeSqlite('SQLite', eventLogContract);
describeSqlite('SQLite', eventAnchorsContract);
describeSqlite('SQLite', outboxContract);
describeSqlite('SQLite', processedMessagesContract);
describeSqlite('SQLite', leasesContract);
describeSqlite('SQLite', privateTextsContract);
