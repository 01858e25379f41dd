import type { Schema } from '../platform/persistence';
import { CreateScoring1767226310000 } from './migrations/1767226310000-create-scoring';
import { RankingRow } from './ranking.entity';
import { ScoreEntry, ScoreRow } from './score.entity';
import { ClusterSheet, ScoringSheetRevision, ScoringSheetRow } from './scoring-sheet.entity';

export { scoringInvariants } from './scoring.invariants';
export { ScoringModule } from './scoring.module';

/** The tables of scoring. */
export const scoringSchema: Schema = {
  entities: [ScoringSheetRow, ScoringSheetRevision, ClusterSheet, ScoreRow, ScoreEntry, RankingRow],
  migrations: [CreateScoring1767226310000],
};
