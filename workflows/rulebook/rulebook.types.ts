import type { Decimal, Dong, FractionText, Label, LocalDate, Threshold } from '../kernel';
import type { Cited, GovernmentLevel, RuleStatus, SubjectKind } from './cited.types';
import type { Standard } from './eligibility/standard.types';

export type { Cited, GovernmentLevel, RuleStatus, SubjectKind };

/** Who gives it: Party awards are kept as records and never enter State tallies. */
export type TierFamily = 'state' | 'party';

/** Danh hiệu thi đua or hình thức khen thưởng. */
export type TierKind = 'title' | 'form';

/** Levels whose head decides on a tier. */
export interface DeciderRule extends Cited {
  readonly levels: readonly GovernmentLevel[];
}

/** Who considers a case of a tier before it is decided. */
export interface RouteRule extends Cited {
  readonly council: 'none' | 'standingCommittee' | 'fullCouncil' | 'writtenRound';
  /** Whether the names must be published before the sitting. */
  readonly publicity: boolean;
  /** Whether the simple procedure may be used. */
  readonly simple: boolean;
  /** Opinions that must be in before the case goes on; null or absent where none is asked for. */
  readonly consultations?: readonly ConsultationKind[] | null;
  /** Days for the appraisal from the day on which the papers are complete; null or absent where the council sets them. */
  readonly processingDays?: number | null;
}

/** The written opinions beside the council's own. */
export type ConsultationKind = 'publicComment' | 'partyOpinion' | 'agencyOpinion';

/** The votes that carry an item. */
export interface VoteRule extends Cited {
  readonly ballot: 'secret' | 'open' | 'unspecified';
  readonly base: 'allMembers' | 'presentMembers' | 'validBallots';
  readonly threshold: Threshold;
  /** An absent member's written opinion counts, or whoever is absent is not in favour. */
  readonly absent: 'writtenOpinion' | 'notInFavour';
}

/** The share of the members who must be present: not to be confused with the share of votes. */
export interface QuorumRule extends Cited {
  readonly threshold: Threshold;
}

/** Members with a conflict of interest; the member's own person and family are always one. */
export interface ConflictRule extends Cited {
  /** Whether a case of the member's own unit is one: council members are heads of units, so a yes may leave nobody to vote. */
  readonly ownUnit: boolean;
  /** The base shrinks by the member, or stays and the member counts as not in favour. */
  readonly effect: 'baseShrinks' | 'notInFavour';
}

/** Prize money as a multiple of the base salary: of a form for a person, of a title for whom it is given to. */
export interface PrizeRule extends Cited {
  readonly coefficient: Decimal;
}

/** How many times a person's prize a form brings to others. Titles have a coefficient of their own. Null where no rule is known. */
export interface MultiplierRule extends Cited {
  readonly collective: Decimal | null;
  readonly household: Decimal | null;
}

/** A share of some base that a list may not exceed. */
export interface QuotaRule extends Cited {
  readonly share: FractionText;
  /** What the share is of: those who hold another tier, or those who take part. */
  readonly base: 'holdersOf' | 'participants' | 'clusterLeaders' | 'rated';
  /** The tier whose holders count, for `holdersOf`; null for other bases. */
  readonly of: string | null;
  readonly scope: 'unit' | 'authority' | 'campaign';
  readonly rounding: 'floor' | 'ceiling' | 'halfUp';
  /** The kind of subject that it limits; null: all together. */
  readonly subjects: SubjectKind | null;
}

/** One paper of a dossier. */
export interface ChecklistPaper {
  /** Stable across rulebooks: `TO_TRINH`. */
  readonly code: string;
  readonly name: Label;
  /** Number of the form; null where there is none. */
  readonly form: string | null;
  readonly copies: number;
  readonly isOriginal: boolean;
  /** Who certifies it; null where nobody must. */
  readonly certifiedBy: Label | null;
  /** Papers that only some cases need, and why. */
  readonly onlyIf: Label | null;
}

/** What a dossier of a tier must hold. */
export interface ChecklistRule extends Cited {
  readonly papers: readonly ChecklistPaper[];
}

/** How long something may or must take. */
export interface TermRule extends Cited {
  readonly of:
    'appraisal' | 'return' | 'publicity' | 'agencyOpinion' | 'submission' | 'handOver' | 'answer' | 'recovery';
  readonly days: number;
  readonly unit: 'calendarDays' | 'workingDays';
  /** Whether the first day counts. */
  readonly countsFirstDay: boolean;
}

/** The last day of a year on which dossiers of a tier are taken. */
export interface ClosingRule extends Cited {
  /** `12-31`. */
  readonly monthDay: string;
  /** 1: of the year after that of the achievement. */
  readonly yearsAfter: number;
  readonly sector: 'general' | 'education';
}

/** Which prizes are paid when one subject gets several. */
export interface StackingRule extends Cited {
  readonly titlesOfOnePeriod: 'highestOnly' | 'each';
  readonly titlesOfOtherPeriods: 'highestOnly' | 'each';
  readonly forms: 'highestOnly' | 'each';
  readonly titleAndForm: 'highestOnly' | 'each';
}

/** Who goes first when two are equal. */
export interface TieRule extends Cited {
  readonly prefers: 'women';
  /** From this share of women on a collective counts as one of women. */
  readonly collectiveShare: FractionText;
}

/** What holds for every tier, or for some kinds of commendation. */
export interface CommonRule extends Standard {
  readonly name: string;
  /** Empty: all kinds. */
  readonly commendations: readonly string[];
  /** Empty: all kinds. */
  readonly subjects: readonly SubjectKind[];
}

/** What a lower layer may change. */
export interface Delegation extends Cited {
  /** Place in the rulebook, keys joined by dots, `*` for any one key: `tiers.TTLDXS.route`, `tiers.*.checklist`. */
  readonly path: string;
  readonly to: readonly ('sector' | 'province' | 'commune' | 'unit')[];
}

/** A title or form at a level. Rows that a tier does not have come from `Rulebook.council`. */
export interface Tier extends Cited {
  /** Stable across rulebooks: `LDTT`, `GK`. */
  readonly code: string;
  /** The legal name. */
  readonly name: Label;
  /** What the press and bulletins call it. */
  readonly aliases: readonly string[];
  readonly family: TierFamily;
  readonly kind: TierKind;
  readonly level: GovernmentLevel;
  /** Its place among tiers of its kind and level, higher for the higher tier; null or absent where nobody ranks it. */
  readonly rank?: number | null;
  readonly subjects: readonly SubjectKind[];
  /** Null: kept as a record, decided elsewhere. So are all Party tiers. */
  readonly deciders: DeciderRule | null;
  readonly route: RouteRule | null;
  readonly vote: VoteRule | null;
  readonly quorum: QuorumRule | null;
  readonly prize: PrizeRule | null;
  /** What a subject of each kind must meet; no entry where no text was seen. */
  readonly standards?: Readonly<Partial<Record<SubjectKind, Standard>>>;
  readonly quotas?: readonly QuotaRule[];
  readonly checklist?: ChecklistRule | null;
  readonly terms?: readonly TermRule[];
  readonly closings?: readonly ClosingRule[];
}

/** What holds for every tier that has no row of its own. */
export interface CouncilRules {
  readonly route: RouteRule;
  readonly vote: VoteRule;
  readonly quorum: QuorumRule;
  readonly conflict: ConflictRule;
}

/** Prize money is rounded up to the next multiple of so many đồng. */
export interface RoundingRule extends Cited {
  readonly upTo: number;
}

/** Whether the product of salary and coefficient is rounded before it is multiplied for a collective or household. */
export interface RoundingOrderRule extends Cited {
  readonly roundBeforeMultiplier: boolean;
}

/** The rules in force from one day to another, both included. `citation` and `status` are those of its dates. */
export interface Rulebook extends Cited {
  readonly id: string;
  /** `R1`, `R2`, … */
  readonly regime: string;
  readonly effectiveFrom: LocalDate;
  /** Null while nothing is known to end it. */
  readonly effectiveTo: LocalDate | null;
  /** The documents that make it. */
  readonly document: string;
  readonly council: CouncilRules;
  readonly multipliers: MultiplierRule;
  readonly rounding: RoundingRule;
  readonly roundingOrder: RoundingOrderRule;
  /** The rule by which a case waits while something about its subject is pending; null or absent where none is known. */
  readonly freeze?: Cited | null;
  readonly common?: readonly CommonRule[];
  readonly stacking?: StackingRule | null;
  readonly ties?: TieRule | null;
  readonly delegations?: readonly Delegation[];
  readonly tiers: readonly Tier[];
}

/** The base salary (lương cơ sở) from a day on, until the next one. */
export interface BaseSalary extends Cited {
  readonly from: LocalDate;
  readonly amount: Dong;
}
