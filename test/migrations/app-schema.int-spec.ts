import { appSchema } from '../../src/app/app-schema';
import { describePostgresDatabase, describeSqlite } from '../support/database';
import { migrationsContract } from './migrations.contract';

describeSqlite('the whole schema on SQLite', (database) => {
  migrationsContract(database, appSchema);
});

describePostgresDatabase('the whole schema on PostgreSQL', (database) => {
  migrationsContract(database, appSchema);
});
