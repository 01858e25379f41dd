import type { Decimal } from '../../workflows/kernel';
import type { Entries, ScoreState, ScoringSheet } from '../../workflows/scoring';

/** Whose values: the unit's own (tự chấm), those of other members (chấm chéo), those that count (thẩm định). */
export const SCORE_SOURCES = ['self', 'cross', 'appraisal'] as const;

export type ScoreSource = (typeof SCORE_SOURCES)[number];

/** The sheet of one unit in a cluster. */
export interface ScoreHead {
  readonly id: string;
  readonly clusterId: string;
  readonly unitId: string;
  readonly state: ScoreState;
  readonly womenCount: number | null;
  readonly memberCount: number | null;
}

/** A stored entry. */
export interface StoredEntry {
  readonly scoreId: string;
  readonly source: ScoreSource;
  readonly scorerId: string;
  readonly criterionCode: string;
  readonly value: Decimal;
  readonly plan: Decimal | null;
  readonly reason: string | null;
}

/** What a cluster scores by. */
export interface PinnedSheet {
  readonly clusterId: string;
  readonly sheetId: string;
  readonly revision: number;
  readonly contentHash: string;
  readonly campaignId: string | null;
  readonly sheet: ScoringSheet;
}

/** The entries of one source, for the rules of the core. */
export function entriesFrom(stored: readonly StoredEntry[], source: ScoreSource): Entries {
  return new Map(
    stored
      .filter((entry) => entry.source === source)
      .map(({ criterionCode, value, plan }) => [criterionCode, { value, plan }]),
  );
}

/** The entries that count: the appraised ones once there are some. */
export function countingEntries(stored: readonly StoredEntry[], state: ScoreState): Entries {
  return entriesFrom(stored, state === 'appraised' ? 'appraisal' : 'self');
}
