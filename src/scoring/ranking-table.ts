import type { TieBreak } from '../../workflows/scoring';
import type { ClusterRanking } from './cluster-ranking';

/** The table of a ranking: what is shown, and what is kept when it is published. */
export interface RankingTable {
  readonly sheetId: string;
  readonly sheetRevision: number;
  readonly rows: readonly {
    readonly unitId: string;
    readonly rank: number | null;
    readonly total: string;
    readonly decidedBy: TieBreak['by'] | null;
    readonly failedGates: readonly string[];
  }[];
  readonly ties: readonly {
    readonly rank: number;
    readonly unitIds: readonly string[];
    readonly needsBallot: boolean;
  }[];
  readonly missingUnitIds: readonly string[];
}

/** A ranking as a table. */
export function tableOf({ pinned, ranking, failedGates, missingUnitIds }: ClusterRanking): RankingTable {
  return {
    sheetId: pinned.sheetId,
    sheetRevision: pinned.revision,
    rows: ranking.rows.map(({ unitId, rank, total, decidedBy }) => ({
      ...{ unitId, rank, total, decidedBy: decidedBy?.by ?? null },
      failedGates: failedGates.get(unitId) ?? [],
    })),
    ties: ranking.ties,
    missingUnitIds,
  };
}
