import type { Schema } from '../platform/persistence';
import { CreateTallies1767225704000 } from './migrations/1767225704000-create-tallies';
import { CreateTallyLedger1767226700000 } from './migrations/1767226700000-create-tally-ledger';
import { WidenTallyLedger1767227300100 } from './migrations/1767227300100-widen-tally-ledger';
import { TallyCase } from './tally-case.entity';
import { TallyMark } from './tally-mark.entity';
import { TallyResult } from './tally-result.entity';
import { TallyRow } from './tally-row.entity';
import { TallyRun } from './tally-run.entity';

export type { ResultCounts, ResultLine } from './results';
export { coverageOf } from './tally-sight';
export { talliesInvariants } from './tallies.invariants';
export { TalliesModule } from './tallies.module';
export { countAmong, type CountedCases } from './count-among';
export { BreakdownsQueries } from './breakdowns.queries';
export type { NamedStanding } from './quota-standings.repository';
export { StandingsQueries } from './standings.queries';
export { TalliesQueries, type TallyAnswer, type TallyQuestion } from './tallies.queries';
export { TalliesService } from './tallies.service';

/** The tables of tallies. */
export const talliesSchema: Schema = {
  entities: [TallyRow, TallyRun, TallyResult, TallyCase, TallyMark],
  migrations: [CreateTallies1767225704000, CreateTallyLedger1767226700000, WidenTallyLedger1767227300100],
};
