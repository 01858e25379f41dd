import { IsOptional, IsUUID, Matches } from 'class-validator';
import type { Dong, LocalDate } from '../../../workflows/kernel';
import { WorkflowEffectPayload } from '../../platform/runner/workflow-effect.payload';

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const DONG = /^(0|[1-9]\d{0,14})$/;

/** A prize that was paid. */
export class BookPaymentPayload extends WorkflowEffectPayload {
  /** Null for what a higher level granted: it pays from its own fund. */
  @IsOptional()
  @IsUUID()
  readonly decisionId: string | null;

  @Matches(DAY)
  readonly paidOn: LocalDate;

  @Matches(DONG)
  readonly amount: Dong;
}

/** Money of a revoked award that came back. */
export class BookRecoveryPayload {
  @IsUUID()
  readonly caseId: string;

  @Matches(DONG)
  readonly amount: Dong;

  @Matches(DAY)
  readonly recoveredOn: LocalDate;
}
