import { Allow, IsInt, IsOptional, Matches, Min } from 'class-validator';
import type { LocalDate } from '../../../../workflows/kernel';
import { WorkflowEffectPayload } from '../../../platform/runner/workflow-effect.payload';

/** A batch over the list of a decision. */
export class RevokeCasesPayload extends WorkflowEffectPayload {
  /** Place at which the batch begins; absent for the first one. */
  @IsOptional()
  @IsInt()
  @Min(0)
  readonly from?: number;
}

/** A batch over the list of a decision that was issued. */
export class DecideCasesPayload extends RevokeCasesPayload {
  @Allow()
  readonly number: object;

  @Matches(/^\d{4}-\d{2}-\d{2}$/)
  readonly issuedOn: LocalDate;

  @IsInt()
  readonly caseRevision: number;
}

/** Some cases that were taken back. */
export class RevokeSomeCasesPayload extends WorkflowEffectPayload {
  /** Which revocation of the decision, from 1. */
  @IsInt()
  @Min(1)
  readonly revocationCount: number;
}

/** A correction that was made. */
export class AnnounceCorrectionPayload extends WorkflowEffectPayload {
  @IsInt()
  readonly correctionCount: number;

  @Allow()
  readonly lastCorrection: { readonly caseId: string; readonly field: string };
}
