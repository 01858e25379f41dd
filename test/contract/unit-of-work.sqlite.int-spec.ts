import { describeSqlite } from '../support/database';
import { persistenceModuleContract } from './persistence-module.contract';
import { sqlDialectContract } from './sql-dialect.contract';
import { managerContract } from './unit-of-work-manager.contract';
import { unitOfWorkContract } from './unit-of-work.contract';

describeSqlite('SQLite', unitOfWorkContract);
describeSqlite('SQLite', managerContract);
describeSqlite('SQLite', sqlDialectContract);
describeSqlite('SQLite', persistenceModuleContract);
