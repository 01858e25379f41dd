import { describePostgresDatabase } from '../support/database';
import { ballotsContract } from './ballots.contract';

describePostgresDatabase('PostgreSQL', ballotsContract);
