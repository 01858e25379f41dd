import type { Label } from '../kernel';
import type { Cited, GovernmentLevel } from './cited.types';

/** One paper of a dossier. */
export interface ChecklistPaper {
  /** Stable across rulebooks: `TO_TRINH`. */
  readonly code: string;
  readonly name: Label;
  /** Number of the form; null where there is none. */
  readonly form: string | null;
  /** Sets of it; null where the authority that receives the dossier says how many. */
  readonly copies: number | null;
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
  /** The level of whoever must keep it; null or absent: whoever has the dossier. */
  readonly level?: GovernmentLevel | null;
  /** What it is only for, and of whom; null or absent: for all. */
  readonly onlyIf?: Label | null;
}

/** How days are counted where a term says nothing of its own. */
export interface CountingRule extends Cited {
  readonly countsFirstDay: boolean;
  /** Whether a term that ends on a day off ends on the next working day. */
  readonly movesFromDayOff: boolean;
}

/** The last day of a year on which dossiers of a tier are taken. */
export interface ClosingRule extends Cited {
  /** `12-31`. */
  readonly monthDay: string;
  /** 1: of the year after that of the achievement, or of what `after` names; null where the article names no year. */
  readonly yearsAfter: number | null;
  readonly sector: 'general' | 'education';
  /** The tier from whose decision the years are counted; null or absent: from the achievement. */
  readonly after?: string | null;
  /** First day of the year on which dossiers are taken, `01-05`; null or absent where there is none. */
  readonly opensOn?: string | null;
}

/** What a person has to follow and no machine can judge, in our own words: who proves a rating, what is done on revocation. */
export interface ProcedureRule extends Cited {
  /** Stable across rulebooks: `RATING_EVIDENCE`. */
  readonly code: string;
  readonly text: Label;
}
