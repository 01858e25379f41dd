import type { Decimal, LocalDate } from '../../kernel';
import type { TallyAxis, TallyFamily, TallyStage, TallySubjectKind } from '../tally.types';

/** What a figure of a published text counts, so that our records can be asked for the same. */
export interface CountedFigure {
  readonly stage: TallyStage;
  /** Award counts and heads are two numbers; money is whole đồng. */
  readonly number: 'awards' | 'heads' | 'money';
  readonly family: TallyFamily;
  /** On the statement's axis; absent: any year. */
  readonly year?: number;
  readonly tier?: string;
  readonly subjectKind?: TallySubjectKind;
  /** Absent: of all campaigns and of none. */
  readonly campaignId?: string;
  /** This unit and all below it; absent: the unit that keeps the statement. */
  readonly unitId?: string;
}

/** A number as it is printed. */
export interface Figure {
  /** Unique within the statement. */
  readonly code: string;
  readonly label: string;
  readonly value: Decimal;
  /** Codes of the figures that are printed as its parts; they must add up to it. */
  readonly parts?: readonly string[];
  /** Code of the figure of which this one is a share: "6 of 21". */
  readonly within?: string;
  readonly counts?: CountedFigure;
}

/** Names as they are printed in one list. */
export interface PrintedList {
  readonly code: string;
  readonly label: string;
  readonly items: readonly string[];
  /** Code of the figure that says how many there are. */
  readonly total?: string;
}

/** How a printed length of time is meant. */
export type PeriodClaim = 'exactly' | 'moreThan' | 'atLeast' | 'lessThan' | 'atMost';

/** A length of time that is printed beside its two days, both included. */
export interface PrintedPeriod {
  readonly code: string;
  readonly label: string;
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly claim: PeriodClaim;
  /** Whole months: "18 years" are 216. */
  readonly months: number;
}

/** What a published text says, typed in as it is printed: nothing is corrected. */
export interface StatementContent {
  readonly axis: TallyAxis;
  readonly figures: readonly Figure[];
  readonly lists: readonly PrintedList[];
  readonly periods: readonly PrintedPeriod[];
}
