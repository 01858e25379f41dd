import { ApiProperty } from '@nestjs/swagger';
import type { Correction, Signing } from '../../../../workflows/decision';
import type { Label, Refusal } from '../../../../workflows/kernel';
import { FailedGuard, LabelResponse } from '../../../platform/http/problems/problem';

/** One decision in a list. */
export class DecisionSummary {
  @ApiProperty({ format: 'uuid' })
  readonly id: string;

  @ApiProperty({ format: 'uuid', description: 'The unit whose head decides' })
  readonly authorityUnitId: string;

  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  readonly campaignId: string | null;

  @ApiProperty({ type: String, nullable: true, example: '125' })
  readonly number: string | null;

  @ApiProperty({ type: String, nullable: true, example: 'QĐ-UBND' })
  readonly symbol: string | null;

  @ApiProperty({ type: 'integer', nullable: true, description: 'The year of the number' })
  readonly year: number | null;

  @ApiProperty({ type: String, format: 'date', nullable: true })
  readonly issuedOn: string | null;

  @ApiProperty({ type: 'integer' })
  readonly caseCount: number;

  @ApiProperty({ example: 'issued' })
  readonly state: string;

  @ApiProperty({ type: () => LabelResponse })
  readonly stateLabel: Label;

  @ApiProperty({ type: 'integer' })
  readonly version: number;
}

/** A case that did not follow its decision. */
export class DecisionConflictResponse {
  @ApiProperty({ format: 'uuid' })
  readonly caseId: string;

  @ApiProperty({ enum: ['award.decide', 'award.revoke'], description: 'The command that was refused' })
  readonly command: string;

  @ApiProperty({ type: () => [FailedGuard] })
  readonly reasons: readonly Refusal[];

  @ApiProperty({ format: 'date-time' })
  readonly occurredAt: string;
}

/** One decision with its signature and what became of its cases. Its list: `GET /cases?decisionId=…`. */
export class DecisionResponse extends DecisionSummary {
  @ApiProperty({ type: Object, nullable: true, description: 'Who signed, in what capacity and holding which post' })
  readonly signing: Signing | null;

  @ApiProperty({ type: 'integer' })
  readonly correctionCount: number;

  @ApiProperty({ type: Object, nullable: true })
  readonly lastCorrection: Correction | null;

  @ApiProperty({ type: 'integer', description: 'How often some of its cases were taken back' })
  readonly revocationCount: number;

  @ApiProperty({
    description: 'Whether all its cases have been told: false for a moment after it is issued or revoked.',
  })
  readonly isSettled: boolean;

  @ApiProperty({ type: 'integer' })
  readonly conflictCount: number;

  @ApiProperty({
    type: () => [DecisionConflictResponse],
    description: 'The first two hundred, in the order of the paper',
  })
  readonly conflicts: readonly DecisionConflictResponse[];
}
