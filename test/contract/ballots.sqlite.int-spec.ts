import { describeSqlite } from '../support/database';
import { ballotsContract } from './ballots.contract';

describeSqlite('SQLite', ballotsContract);
