import { ApiProperty } from '@nestjs/swagger';
import type { Label } from '../../../workflows/kernel';
import { LabelResponse } from '../../platform/http/problems/problem';
import { ProgressReportResponse } from './progress.response';

/** One pledge in a list. */
export class PledgeSummary {
  @ApiProperty({ format: 'uuid' })
  readonly id: string;

  @ApiProperty({ format: 'uuid' })
  readonly campaignId: string;

  @ApiProperty({ format: 'uuid', description: 'The unit that prepares it and reports on it' })
  readonly unitId: string;

  @ApiProperty({
    type: String,
    format: 'uuid',
    nullable: true,
    description: 'The person who pledges; null when the unit itself does',
  })
  readonly personId: string | null;

  @ApiProperty({ enum: ['registration', 'agreement'] })
  readonly kind: string;

  @ApiProperty({ example: 'registered' })
  readonly state: string;

  @ApiProperty({ enum: ['exceeded', 'fulfilled', 'missed'], nullable: true })
  readonly outcome: string | null;

  @ApiProperty({
    type: String,
    format: 'uuid',
    nullable: true,
    description: 'Who took over from a unit that was merged or dissolved',
  })
  readonly successorUnitId: string | null;

  @ApiProperty({ type: 'integer' })
  readonly version: number;

  @ApiProperty({ type: 'integer', description: 'Counts the versions of the values' })
  readonly valuesRevision: number;

  @ApiProperty({ type: 'integer', description: 'The plan that the values are judged by' })
  readonly planRevision: number;
}

/** A unit that signs. */
export class PledgeMemberResponse {
  @ApiProperty({ format: 'uuid' })
  readonly unitId: string;

  @ApiProperty({ description: 'Whether it has signed the present values' })
  readonly isSigned: boolean;
}

/** What is pledged for a measure. */
export class PledgeValueResponse {
  @ApiProperty({ example: '20.2' })
  readonly measureCode: string;

  @ApiProperty({ example: '453.4' })
  readonly value: string;

  @ApiProperty({ description: 'Whether a reason was given' })
  readonly hasReason: boolean;

  @ApiProperty({ type: String, nullable: true, description: 'Null when none was given, or when it was erased' })
  readonly reason: string | null;
}

/** One pledge with its members, its present values and its reports. */
export class PledgeResponse extends PledgeSummary {
  @ApiProperty({ type: () => LabelResponse, nullable: true, description: 'How it ended, in words' })
  readonly outcomeLabel: Label | null;

  @ApiProperty({ type: [PledgeMemberResponse] })
  readonly members: readonly PledgeMemberResponse[];

  @ApiProperty({ type: [PledgeValueResponse] })
  readonly values: readonly PledgeValueResponse[];

  @ApiProperty({ type: [ProgressReportResponse] })
  readonly reports: readonly ProgressReportResponse[];
}
