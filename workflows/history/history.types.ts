import type { LocalDate } from '../kernel';

/** Who a fact is about. */
export interface HistorySubject {
  readonly kind: 'person' | 'collective' | 'household';
  readonly id: string;
}

/** How a year's work was rated, the worst first: không hoàn thành, hoàn thành, hoàn thành tốt, hoàn thành xuất sắc nhiệm vụ. */
export const RATINGS = ['notCompleted', 'completed', 'good', 'excellent'] as const;

export type Rating = (typeof RATINGS)[number];

/** What a rating is of. A school year is named by the year in which it begins: 2023 is the school year 2023-2024. */
export const RATING_PERIODS = ['calendarYear', 'schoolYear'] as const;

export type RatingPeriod = (typeof RATING_PERIODS)[number];

/** A rating that stands. */
export interface RatingFact {
  readonly id: string;
  readonly period: RatingPeriod;
  readonly year: number;
  readonly rating: Rating;
}

/** Party awards are records and never enter State tallies. */
export const FAMILIES = ['state', 'party'] as const;

/** Danh hiệu thi đua or hình thức khen thưởng. */
export const AWARD_KINDS = ['title', 'form'] as const;

/** An award that stands: decided here, or entered from an old decision. */
export interface AwardFact {
  readonly id: string;
  /** Where it comes from: a case of this system, or a record of a decision made elsewhere. */
  readonly source: 'case' | 'record';
  /** Code of the tier in the rulebooks; null for what the rulebooks do not know. */
  readonly tier: string | null;
  /** Its name, as the rulebook or the old decision has it. */
  readonly name: string;
  readonly family: (typeof FAMILIES)[number];
  /** Null where no rulebook says. */
  readonly kind: (typeof AWARD_KINDS)[number] | null;
  /** The achievement period that the decision names; null when it names none. */
  readonly achievedFrom: LocalDate | null;
  readonly achievedTo: LocalDate | null;
  /** The date of the decision. */
  readonly decidedOn: LocalDate;
  /** Number and symbol of the decision, `12/QĐ-UBND`; null where the higher level told none. */
  readonly decision: string | null;
  /** Whole đồng as text; null where nobody wrote it down. */
  readonly amount: string | null;
}

/** How far the effect of an initiative was recognised: in the unit, in the ministry or province, in the nation. */
export const INITIATIVE_SCOPES = ['unit', 'province', 'nation'] as const;

/** Sáng kiến, or an accepted piece of research. */
export const INITIATIVE_KINDS = ['initiative', 'research'] as const;

/** What an initiative backs. */
export interface InitiativeUse {
  readonly id: string;
  /** The case, or the record of an award, that rests on it. */
  readonly caseId: string | null;
  readonly awardRecordId: string | null;
  readonly usedOn: LocalDate;
}

/** An initiative or a piece of research that was recognised. */
export interface InitiativeFact {
  readonly id: string;
  readonly title: string;
  readonly kind: (typeof INITIATIVE_KINDS)[number];
  readonly scope: (typeof INITIATIVE_SCOPES)[number];
  readonly recognisedOn: LocalDate;
  readonly uses: readonly InitiativeUse[];
}

/** Khiển trách, cảnh cáo, hạ bậc lương, giáng chức, cách chức, buộc thôi việc; and what other bodies call otherwise. */
export const DISCIPLINE_FORMS = [
  'reprimand',
  'warning',
  'salaryReduction',
  'demotion',
  'removal',
  'dismissal',
  'other',
] as const;

export type DisciplineForm = (typeof DISCIPLINE_FORMS)[number];

/** A disciplinary measure that was not withdrawn. */
export interface DisciplineFact {
  readonly id: string;
  readonly form: DisciplineForm;
  readonly from: LocalDate;
  /** Last day of the disciplinary period, included; null while nobody knows. */
  readonly until: LocalDate | null;
  /** The day on which it was lifted before its end. */
  readonly liftedOn: LocalDate | null;
}

/** Something about the subject is or was pending. */
export interface FreezeFact {
  readonly id: string;
  readonly from: LocalDate;
  readonly until: LocalDate | null;
  readonly isLifted: boolean;
}

/** Everything that is known of one subject over the years. */
export interface HistoryFacts {
  readonly ratings: readonly RatingFact[];
  readonly awards: readonly AwardFact[];
  readonly initiatives: readonly InitiativeFact[];
  readonly disciplines: readonly DisciplineFact[];
  readonly freezes: readonly FreezeFact[];
}
