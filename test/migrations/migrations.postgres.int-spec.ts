import { specimenSchema } from '../contract/specimen';
import { describePostgresDatabase } from '../support/database';
import { migrationsContract } from './migrations.contract';
import { severalProcessesContract } from './several-processes.contract';

describePostgresDatabase('PostgreSQL', (database) => migrationsContract(database, specimenSchema));
describePostgresDatabase('PostgreSQL', severalProcessesContract);
