import type { Decimal, Dong, FractionText, Label, LocalDate, Threshold } from '../kernel';
import type { Cited, GovernmentLevel, RuleStatus, SubjectKind } from './cited.types';
import type { ChecklistRule, ClosingRule, CountingRule, ProcedureRule, TermRule } from './dossier.types';
import type { Standard } from './eligibility/standard.types';
import type { Delegation, LayerName, TransitionRule } from './layers.types';

export type { Cited, GovernmentLevel, RuleStatus, SubjectKind };
export type { Delegation, Layer, LayerLevel, LayerName, Override, TransitionRule } from './layers.types';
export type {
  ChecklistPaper,
  ChecklistRule,
  ClosingRule,
  CountingRule,
  ProcedureRule,
  TermRule,
} from './dossier.types';

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
  /** The rule on absent members where the row's own article is silent on them; null or absent where it is not. */
  readonly absentBy?: Cited | null;
  /** Whether the chair's own vote must be in favour, which can be seen in an open ballot only; absent: it need not be. */
  readonly chairMustAgree?: boolean;
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
  /** True where the article names the most that may be paid and leaves the figure to whoever gives it: no prize is worked out. */
  readonly isCeiling?: boolean;
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
  /** The rule on rounding where the row's own article is silent on it; null or absent where it is not. */
  readonly roundingBy?: Cited | null;
  /** The kind of subject that it limits; null: all together. */
  readonly subjects: SubjectKind | null;
}

/** How many of those who were rated may have the best rating. No tier: it decides which evidence there can be. */
export interface RatingQuotaRule extends Cited {
  readonly rating: 'excellent';
  readonly share: FractionText;
  /** The rating whose holders the share is of. */
  readonly of: 'good';
  readonly scope: 'unit' | 'group';
  readonly rounding: QuotaRule['rounding'];
  readonly subjects: SubjectKind;
  /** First day on which it holds, where that is later than the rulebook's own; null: from the rulebook's first day. */
  readonly from: LocalDate | null;
}

/** Whose money a prize is. */
export interface PayerRule extends Cited {
  /** Of what the head of a ministry, a province or below decides. */
  readonly ownDecisions: 'decider';
  /** Of what the State's level decides. */
  readonly stateDecisions: 'decider' | 'authorityOfAwardee';
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

/** A kind of commendation (hình thức khen thưởng theo tính chất thành tích), such as for merit or for a sudden feat. */
export interface CommendationRule extends Cited {
  /** As cases name it: `merit`. */
  readonly code: string;
  readonly name: Label;
}

/** What holds for every tier, or for some kinds of commendation. */
export interface CommonRule extends Standard {
  readonly name: string;
  /** Empty: all kinds. */
  readonly commendations: readonly string[];
  /** Empty: all kinds. */
  readonly subjects: readonly SubjectKind[];
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
  readonly commendations?: readonly CommendationRule[];
  readonly common?: readonly CommonRule[];
  readonly stacking?: StackingRule | null;
  readonly ties?: TieRule | null;
  readonly payer?: PayerRule | null;
  /** What holds for every tier that has no term of the same name and level. */
  readonly terms?: readonly TermRule[];
  readonly counting?: CountingRule | null;
  readonly ratingQuotas?: readonly RatingQuotaRule[];
  /** What a dossier holds of every tier of the kind that has no checklist of its own. */
  readonly checklists?: Readonly<Partial<Record<TierKind, ChecklistRule>>>;
  readonly procedures?: readonly ProcedureRule[];
  /** What people read instead of the words that standards use: a condition that is judged, a position. No law, so not cited. */
  readonly words?: Readonly<Record<string, Label>>;
  readonly delegations?: readonly Delegation[];
  /** Null or absent where it holds for everybody from its first day. */
  readonly transition?: TransitionRule | null;
  /** Id of the earlier rulebook whose rows stand in for it; absent for one with rows of its own. */
  readonly continues?: string;
  /** The layers that changed rows of it, from the highest; absent where it is the nation's. */
  readonly layers?: readonly LayerName[];
  readonly tiers: readonly Tier[];
}

/** The base salary (lương cơ sở) from a day on, until the next one. */
export interface BaseSalary extends Cited {
  readonly from: LocalDate;
  readonly amount: Dong;
}
