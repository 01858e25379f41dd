import type { Dong } from '../kernel';

/** Which year a tally counts by. One award may have three different ones, so that every tally names its axis. */
export type TallyAxis = 'achievement' | 'decision' | 'presentation';

/**
 * How far a case has come, each stage with all that went through it: who was decided on was proposed as well.
 * Presented and paid are two independent facts; a revoked award is neither, nor decided, nor granted.
 */
export const TALLY_STAGES = [
  'proposed',
  'eligible',
  'inReview',
  'recommended',
  'sentUp',
  'decided',
  'grantedAbove',
  'presented',
  'paid',
  'revoked',
] as const;

export type TallyStage = (typeof TALLY_STAGES)[number];

/** Party awards never enter State tallies. */
export type TallyFamily = 'state' | 'party';

export type TallySubjectKind = 'collective' | 'household' | 'person';

/**
 * At which level of government, or of a unit, a person leads: the levels of the rules. `unstated` is a leader of whom nobody
 * said it, `none` who is no leader.
 */
export const TALLY_LEADER_LEVELS = ['none', 'unstated', 'unit', 'commune', 'district', 'province', 'state'] as const;

export type TallyLeaderLevel = (typeof TALLY_LEADER_LEVELS)[number];

/** One case as a tally sees it. */
export interface TallyRow {
  readonly caseId: string;
  readonly tier: string;
  readonly family: TallyFamily;
  readonly subjectKind: TallySubjectKind;
  readonly subjectId: string;
  /** The unit that nominated, as of the award: a later merger does not move what was decided. */
  readonly unitId: string;
  /** `/<id>/<id>/`, from the root down to that unit. */
  readonly unitPath: string;
  readonly achievedYear: number;
  /** Found to meet the conditions in the appraisal. */
  readonly eligible: boolean;
  /** Came before a council. */
  readonly inReview: boolean;
  readonly recommended: boolean;
  /** Proposed to a higher level, whatever that answered. */
  readonly sentUp: boolean;
  /** Null until it is decided. */
  readonly decidedYear: number | null;
  /** Decided by a higher level. */
  readonly grantedAbove: boolean;
  /** Null until it is presented. */
  readonly presentedYear: number | null;
  readonly paid: boolean;
  readonly revoked: boolean;
  /** The prize; 0 where there is none. */
  readonly amount: Dong;
  /** Of a person; null where it is not known, and for collectives and households. */
  readonly gender: string | null;
  /** Whether a person worked in production, teaching, treating, fighting when the award was decided; null as above. */
  readonly directWorker: boolean | null;
  /** Whether a person was a leader when the award was decided; null as above. */
  readonly leader: boolean | null;
  /** At which level a person was a leader when the award was decided; null as above. */
  readonly leaderLevel: TallyLeaderLevel | null;
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

/** What a tally can be broken down by. */
export const TALLY_DIMENSIONS = [
  'year',
  'tier',
  'subjectKind',
  'unit',
  'cluster',
  'gender',
  'directWorker',
  'leader',
  'leaderLevel',
] as const;

export type TallyDimension = (typeof TALLY_DIMENSIONS)[number];

/** What a dimension says of a case; null where it is not known or does not apply. */
export type TallyKey = string | number | boolean | null;

/** Which cases are counted; what is absent does not narrow, and null asks for what is not known. */
export interface TallyFilter {
  /** On the axis. */
  readonly year?: number | undefined;
  readonly family?: TallyFamily | undefined;
  readonly tier?: string | undefined;
  readonly subjectKind?: TallySubjectKind | undefined;
  /** This unit alone. */
  readonly unitId?: string | undefined;
  /** Path of a unit: of it and of everything below it. */
  readonly unitPath?: string | undefined;
  readonly gender?: string | null | undefined;
  readonly directWorker?: boolean | null | undefined;
  readonly leader?: boolean | null | undefined;
  readonly leaderLevel?: TallyLeaderLevel | null | undefined;
  /** Nominated by a unit that counts in this cluster in the year on the axis; null: in none. */
  readonly clusterId?: string | null | undefined;
}

/** How a tally is broken down: by so many dimensions, the first outermost. None gives one group of everything. */
export interface TallyBreakdown {
  readonly axis: TallyAxis;
  readonly by: readonly TallyDimension[];
  readonly filter?: TallyFilter;
}

/** The cases that agree in all dimensions of the breakdown. */
export interface TallyGroup {
  /** One for each dimension, in its order. */
  readonly keys: readonly TallyKey[];
  readonly counts: TallyCounts;
}

/** A breakdown, the two families apart; groups in the order of their keys. */
export type TallyGroups = Readonly<Record<TallyFamily, readonly TallyGroup[]>>;
