import { describeSqlite } from '../support/database';
import { runnerRacesContract } from './runner-races.contract';

describeSqlite('races for the runner on SQLite', runnerRacesContract);
