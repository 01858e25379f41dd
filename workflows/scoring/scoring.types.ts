import type { Decimal } from '../kernel';

/** What a line of a scoring sheet is. A group holds others; bonuses, penalties and gates stand outside the groups. */
export const CRITERION_KINDS = ['group', 'score', 'bonus', 'penalty', 'gate'] as const;

export type CriterionKind = (typeof CRITERION_KINDS)[number];

/**
 * How a value becomes points: `given` is the points themselves; `share` the share of the plan, at most all;
 * `bands` the band that the value lies in; `allOrNothing` all from the plan on; `count` so many points for each.
 */
export const SCORING_METHODS = ['given', 'share', 'bands', 'allOrNothing', 'count'] as const;

export type ScoringMethod = (typeof SCORING_METHODS)[number];

/** What a gate that is not passed does: the total is nothing, or the unit is not ranked. */
export const GATE_EFFECTS = ['totalZero', 'rankingBarred'] as const;

export type GateEffect = (typeof GATE_EFFECTS)[number];

/** Values from one end to another and the points for them. Each end says whether it belongs to the band; null is no end. */
export interface Band {
  readonly from: Decimal | null;
  readonly isFromIncluded: boolean;
  readonly to: Decimal | null;
  readonly isToIncluded: boolean;
  readonly points: Decimal;
}

/** A line of a scoring sheet. */
export interface Criterion {
  readonly code: string;
  readonly name: string;
  /** The group that it is part of, which stands before it. */
  readonly parentCode: string | null;
  readonly kind: CriterionKind;
  readonly method: ScoringMethod | null;
  /** What its points are multiplied with before they count above. */
  readonly weight: Decimal;
  /** The most points, before the weight. Of a group the sum of what its parts can bring. */
  readonly maxPoints: Decimal | null;
  /** In the unit of the value; null where the pledge says it. */
  readonly plan: Decimal | null;
  /** The measure of a campaign that value and plan come from. */
  readonly measureCode: string | null;
  readonly pointsEach: Decimal | null;
  readonly bands: readonly Band[];
  readonly onFail: GateEffect | null;
  /** Digits after the point that its points are rounded to, half up; null for no rounding. */
  readonly roundTo: number | null;
}

/**
 * A link of the chain that decides among equal totals. `womenCollective`: the collective with the share of women that
 * the rulebook names goes first (Decree 152/2025/NĐ-CP, article 4.6). `ballot`: the conference votes.
 */
export const TIE_BREAKS = ['criterion', 'fewerPenalties', 'womenCollective', 'ballot'] as const;

export interface TieBreak {
  readonly by: (typeof TIE_BREAKS)[number];
  /** The criterion whose points decide; null for other links. */
  readonly code: string | null;
}

/** What units of a cluster are scored by. */
export interface ScoringSheet {
  readonly criteria: readonly Criterion[];
  /** The most that all bonuses together bring; null for no limit but their own. */
  readonly bonusCap: Decimal | null;
  readonly penaltyCap: Decimal | null;
  /** Digits after the point that the total is rounded to, half up. */
  readonly roundTo: number;
  readonly tieBreak: readonly TieBreak[];
}

/** What is entered for a criterion. */
export interface Entry {
  readonly value: Decimal;
  /** The plan of this unit where the sheet has none; null otherwise. */
  readonly plan: Decimal | null;
}

/** Entries by the code of their criterion. */
export type Entries = ReadonlyMap<string, Entry>;
