import { describePostgresDatabase } from '../support/database';
import { persistenceModuleContract } from './persistence-module.contract';
import { sqlDialectContract } from './sql-dialect.contract';
import { managerContract } from './unit-of-work-manager.contract';
import { unitOfWorkContract } from './unit-of-work.contract';

describePostgresDatabase('PostgreSQL', unitOfWorkContract);
describePostgresDatabase('PostgreSQL', managerContract);
describePostgresDatabase('PostgreSQL', sqlDialectContract);
describePostgresDatabase('PostgreSQL', persistenceModuleContract);
