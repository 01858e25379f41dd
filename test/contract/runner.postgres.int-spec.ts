import { describePostgres } from '../support/postgres';
import { runnerContract } from './runner.contract';

describePostgres('the runner on PostgreSQL', (databaseUrl) => {
  runnerContract(() => ({ kind: 'postgres', url: databaseUrl() }));
});
