import type { Instant, LocalDate } from '../../../workflows/kernel';
import type { GovernmentLevel } from '../../../workflows/rulebook';
import type { DossierState } from './dossier-states';

/** A reference to a paper of a dossier; the paper itself is kept elsewhere. */
export interface Paper {
  readonly title: string;
  /** Number and symbol, `45/BC-UBND`. */
  readonly number: string;
  readonly issuer: string;
  readonly date: LocalDate;
  /** SHA-256 of the file in hex, where there is a file. */
  readonly sha256?: string;
  /** The achievement that it is evidence of; absent for a paper of the whole dossier. */
  readonly achievementId?: string;
  /** Code of the paper in the checklist that it stands for, `BAO_CAO`; absent for one that is on no list. */
  readonly code?: string;
}

/** A dossier as its row holds it. */
export interface DossierRecord {
  readonly id: string;
  readonly number: string;
  readonly datedOn: LocalDate;
  readonly signerTitle: string;
  /** Null for what is commended outside campaigns. */
  readonly campaignId: string | null;
  readonly cycleId: string | null;
  readonly unitId: string;
  /** `/<id>/<id>/`. */
  readonly unitPath: string;
  /** The unit that receives it. */
  readonly authorityUnitId: string;
  readonly authorityLevel: GovernmentLevel;
  readonly papers: readonly Paper[];
  readonly state: DossierState;
  /** Of the last submission. */
  readonly submittedAt: Instant | null;
  readonly receivedAt: Instant | null;
  readonly completeAt: Instant | null;
  /** Last day of the appraisal; null until the papers are complete, and where nobody set one. */
  readonly appraisalDueOn: LocalDate | null;
  /** 1 where the last day was counted over a year whose days off are not all known; null where there is no last day. */
  readonly isAppraisalProvisional: number | null;
  /** Commitment of the reason of the last return. */
  readonly returnReason: string | null;
  readonly version: number;
  readonly createdAt: Instant;
}
