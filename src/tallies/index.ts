import type { Schema } from '../platform/persistence';
import { CreateTallies1767225704000 } from './migrations/1767225704000-create-tallies';
import { TallyResult } from './tally-result.entity';
import { TallyRow } from './tally-row.entity';
import { TallyRun } from './tally-run.entity';

export type { ResultCounts, ResultLine } from './results';
export { talliesInvariants } from './tallies.invariants';
export { TalliesModule } from './tallies.module';
export { TalliesQueries, type TallyAnswer, type TallyQuestion } from './tallies.queries';

/** The tables of tallies. */
export const talliesSchema: Schema = {
  entities: [TallyRow, TallyRun, TallyResult],
  migrations: [CreateTallies1767225704000],
};
