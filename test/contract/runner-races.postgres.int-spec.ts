import { describePostgresDatabase } from '../support/database';
import { runnerRacesContract } from './runner-races.contract';

describePostgresDatabase('races for the runner on PostgreSQL', runnerRacesContract);
