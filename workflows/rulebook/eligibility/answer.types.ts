import type { LocalDate } from '../../kernel';
import type { RuleStatus, SubjectKind } from '../cited.types';
import type { Evidence, EvidenceSource } from './evidence.types';
import type { ConditionParameters } from './standard.types';

/** Met, not met, or not proven: then evidence is missing and a person decides; it never refuses by itself. */
export type Finding = 'met' | 'notMet' | 'notProven';

/** What is asked: whether a subject may be proposed for a tier for an achievement. */
export interface EligibilityQuestion {
  readonly tier: string;
  readonly subjectKind: SubjectKind;
  /** One of the six kinds of commendation. */
  readonly commendation: string;
  /** The day of submission. */
  readonly on: LocalDate;
  readonly achievedFrom: LocalDate;
  readonly achievedTo: LocalDate;
  /** Null when it has none yet. */
  readonly achievementId: string | null;
  /** The case that is judged: what it uses or won itself does not stand against it. Null or absent while there is none. */
  readonly caseId?: string | null;
  /** The day that the dossier bears; null or absent while there is none: then it cannot be too old. */
  readonly dossierOn?: LocalDate | null;
  readonly evidence: Evidence;
}

/** A fact that a finding rests on, without personal words. */
export interface UsedEvidence {
  /** What kind of fact it is: `rating`, `award`. */
  readonly what: string;
  readonly source: EvidenceSource;
  /** What it says, as data: `{ year: 2024, rating: 'excellent' }`. */
  readonly says: Readonly<Record<string, string | number | null>>;
}

/** A fact that would decide and is not there: `{ what: 'rating', year: 2024 }`. */
export interface MissingEvidence {
  readonly what: string;
  readonly about: Readonly<Record<string, string | number | null>>;
}

/** What was found of one condition. */
export interface ConditionAnswer {
  readonly kind: 'condition';
  readonly is: string;
  readonly with: ConditionParameters;
  readonly finding: Finding;
  readonly used: readonly UsedEvidence[];
  readonly missing: readonly MissingEvidence[];
  readonly citation: string;
  readonly status: RuleStatus;
  /** Of a condition that is another tier's standard: how that was found. */
  readonly within?: RuleAnswer;
}

/** What was found of several together. */
export interface GroupAnswer {
  readonly kind: 'all' | 'any' | 'atLeast';
  /** How many are needed; all of them, one, or the number the rule says. */
  readonly needed: number;
  readonly finding: Finding;
  /** The weakest status of the rows that the finding needs: where one of several is enough, the strongest speaks for it. */
  readonly status: RuleStatus;
  readonly parts: readonly RuleAnswer[];
}

export type RuleAnswer = ConditionAnswer | GroupAnswer;

/** The answer on one tier. */
export interface EligibilityAnswer {
  readonly tier: string;
  readonly rulebookId: string;
  readonly regime: string;
  readonly finding: Finding;
  /** The weakest status of all rows that the finding rests on. */
  readonly status: RuleStatus;
  /** The standard of the tier; null when the rulebook has none for this kind of subject: then nothing is proven. */
  readonly standard: RuleAnswer | null;
  /** The rules that hold for every tier, each that applies here. */
  readonly common: readonly RuleAnswer[];
}
