import type { Dong } from '../kernel';

/** Which year a tally counts by. One award may have three different ones, so that every tally names its axis. */
export type TallyAxis = 'achievement' | 'decision' | 'presentation';

/** How far a case has come. Presented and paid are two independent facts; a revoked award is neither, nor decided. */
export const TALLY_STAGES = ['proposed', 'recommended', 'decided', 'presented', 'paid', 'revoked'] as const;

export type TallyStage = (typeof TALLY_STAGES)[number];

/** Party awards never enter State tallies. */
export type TallyFamily = 'state' | 'party';

export type TallySubjectKind = 'collective' | 'household' | 'person';

/** One case as a tally sees it. */
export interface TallyRow {
  readonly caseId: string;
  readonly tier: string;
  readonly family: TallyFamily;
  readonly subjectKind: TallySubjectKind;
  readonly subjectId: string;
  readonly unitId: string;
  readonly achievedYear: number;
  readonly recommended: boolean;
  /** Null until it is decided. */
  readonly decidedYear: number | null;
  /** Null until it is presented. */
  readonly presentedYear: number | null;
  readonly paid: boolean;
  readonly revoked: boolean;
  /** The prize; 0 where there is none. */
  readonly amount: Dong;
}

/** Cases at one stage: award counts and heads are two numbers, since one subject may hold several awards. */
export interface TallyCount {
  readonly awards: number;
  /** Distinct subjects. */
  readonly heads: number;
  readonly money: Dong;
}

export type TallyCounts = Readonly<Record<TallyStage, TallyCount>>;

/** Everything of one year and subject kind, whatever the tier. Its heads are no sum: who holds two tiers is counted once. */
export interface TallyTotal {
  readonly year: number;
  readonly subjectKind: TallySubjectKind;
  readonly counts: TallyCounts;
}

/** Everything of one year, tier and subject kind. */
export interface TallyLine extends TallyTotal {
  readonly tier: string;
}

/** Lines by year, tier and subject kind; totals by year and subject kind; both in the order of these keys. */
export interface FamilyTally {
  readonly lines: readonly TallyLine[];
  readonly totals: readonly TallyTotal[];
}

/** A tally on one axis, the two families apart. */
export interface Tally {
  readonly axis: TallyAxis;
  readonly state: FamilyTally;
  readonly party: FamilyTally;
}
