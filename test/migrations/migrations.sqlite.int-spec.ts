import { specimenSchema } from '../contract/specimen';
import { describeSqlite } from '../support/database';
import { migrationsContract } from './migrations.contract';
import { severalProcessesContract } from './several-processes.contract';

describeSqlite('SQLite', (database) => migrationsContract(database, specimenSchema));
describeSqlite('SQLite', severalProcessesContract);
