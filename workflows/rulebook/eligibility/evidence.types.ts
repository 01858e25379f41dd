import type { LocalDate } from '../../kernel';
import type { SubjectKind } from '../cited.types';

/** Worst first: không hoàn thành, hoàn thành, hoàn thành tốt, hoàn thành xuất sắc nhiệm vụ. */
export type EvidenceRating = 'notCompleted' | 'completed' | 'good' | 'excellent';

/** Where a fact comes from, as it is shown: a case here, a record of an old decision, a register, a file, a person's word. */
export interface EvidenceSource {
  readonly kind: 'case' | 'record' | 'register' | 'file' | 'stated';
  /** Id of the row; the place in a file (`ratings[2]`). */
  readonly id: string;
  /** What people call it: the number of a decision, the title of a list. */
  readonly label?: string;
}

interface Sourced {
  readonly source: EvidenceSource;
}

/** How one year's work was rated. */
export interface RatingEvidence extends Sourced {
  readonly year: number;
  readonly rating: EvidenceRating;
}

/** An award that stands. */
export interface AwardEvidence extends Sourced {
  readonly tier: string;
  readonly decidedOn: LocalDate;
  /** The achievement period that the decision names; null when it names none. */
  readonly achievedFrom: LocalDate | null;
  readonly achievedTo: LocalDate | null;
  /** Kind of commendation (Law 06/2022/QH15, article 8); null when nobody wrote it down. */
  readonly commendation: string | null;
  /** The achievement it rewards; null for awards from outside. */
  readonly achievementId: string | null;
}

/** An initiative or a piece of accepted research. */
export interface InitiativeEvidence extends Sourced {
  readonly kind: 'initiative' | 'research';
  readonly scope: 'unit' | 'province' | 'nation';
  readonly recognisedOn: LocalDate;
  /** Awards and cases that rest on it already. */
  readonly usedFor: readonly { readonly id: string; readonly tier: string | null }[];
}

/** A disciplinary measure that was not withdrawn. */
export interface DisciplineEvidence extends Sourced {
  readonly form: string;
  readonly from: LocalDate;
  /** Its last day, included; null while nobody knows. */
  readonly until: LocalDate | null;
}

/** Discipline, an inspection or a complaint that is pending. */
export interface FreezeEvidence extends Sourced {
  readonly from: LocalDate;
  readonly until: LocalDate | null;
}

/** A leading position and when it was held; an end of null is the present. */
export interface ServiceEvidence extends Sourced {
  /** Code of the position in the rulebook: `VU_TRUONG`. */
  readonly position: string;
  readonly from: LocalDate;
  readonly until: LocalDate | null;
}

/** What is known of the members of a collective in a year. */
export interface MembersEvidence extends Sourced {
  readonly year: number;
  readonly members: number;
  /** How many of them hold a title for the year, by the code of the tier: 0 says none, no entry says that nobody knows. */
  readonly holders: Readonly<Record<string, number>>;
  /** How many were rated so, or better. */
  readonly ratedAtLeast?: Readonly<Partial<Record<EvidenceRating, number>>>;
  /** The gravest discipline of a member in the year; null when there was none; absent when nobody looked. */
  readonly gravestDiscipline?: string | null;
  readonly women?: number;
}

/** That the subject leads a cluster or a campaign, by the vote or the ranking of a period. */
export interface LeadershipEvidence extends Sourced {
  readonly of: 'cluster' | 'campaign';
  readonly year: number;
  /** Level of who runs it. */
  readonly level: 'state' | 'province' | 'district' | 'commune' | 'unit';
  /** Whole months that a campaign lasted; null for a cluster. */
  readonly months: number | null;
}

/** What a person found of a condition that no register can prove: "active in the movement", "obeys the law". */
export interface JudgementEvidence extends Sourced {
  readonly condition: string;
  readonly finding: 'met' | 'notMet';
}

/**
 * Everything that is known of one subject. A fact that is missing here is unknown, not untrue, except where the registers
 * are said to be complete: from `completeFrom` on, what they do not hold did not happen.
 */
export interface Evidence {
  readonly subject: { readonly kind: SubjectKind; readonly id: string };
  readonly isWoman: boolean | null;
  /** Since when the person works there; null when nobody knows. */
  readonly employedFrom: LocalDate | null;
  readonly ratings: readonly RatingEvidence[];
  readonly awards: readonly AwardEvidence[];
  readonly initiatives: readonly InitiativeEvidence[];
  readonly disciplines: readonly DisciplineEvidence[];
  readonly freezes: readonly FreezeEvidence[];
  readonly services: readonly ServiceEvidence[];
  readonly members: readonly MembersEvidence[];
  readonly leaderships: readonly LeadershipEvidence[];
  readonly judgements: readonly JudgementEvidence[];
  /**
   * The first day from which the registers hold everything that can be dated: every award, initiative, measure of
   * discipline, position and leadership of the subject; null when nobody says so. It says nothing of ratings, members and
   * judgements: a year without a rating was not rated, or nobody entered it.
   */
  readonly completeFrom: LocalDate | null;
  /**
   * The first day on which anything could have been won: a person's first employment anywhere, the founding of a
   * collective. Registers that are complete from then on are complete for all time. Null or absent when nobody knows.
   */
  readonly existsFrom?: LocalDate | null;
}
