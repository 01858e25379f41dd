import { ApiProperty, PickType } from '@nestjs/swagger';
import type { MeasureStatus } from '../../../workflows/indicator';

/** A reported value of a measure and what it amounts to. */
export class ProgressValueResponse {
  @ApiProperty({ example: '20.2' })
  readonly measureCode: string;

  @ApiProperty({
    type: String,
    nullable: true,
    description: 'The plan that the claim is about, where there are several',
  })
  readonly planName: string | null;

  @ApiProperty({ example: '453.4' })
  readonly reported: string;

  @ApiProperty({ type: String, nullable: true })
  readonly verified: string | null;

  @ApiProperty({
    enum: ['percentOfPlan'],
    type: String,
    nullable: true,
    description: 'Set where only the per cent of the plan is known',
  })
  readonly basis: 'percentOfPlan' | null;

  @ApiProperty({ enum: ['exceeded', 'reached', 'missed', 'notReported'] })
  readonly status: MeasureStatus;

  @ApiProperty({ type: String, nullable: true, description: 'Per cent of the plan, for reading only' })
  readonly percent: string | null;
}

/** A paper that shows values of a report. */
export class EvidenceResponse {
  @ApiProperty({ type: String, nullable: true, description: 'Null when it was erased' })
  readonly title: string | null;

  @ApiProperty({ required: false, description: 'The measure that it shows; left out for the whole report' })
  readonly measureCode?: string;

  @ApiProperty({ required: false, example: '45/BC-UBND' })
  readonly number?: string;

  @ApiProperty({ required: false })
  readonly issuer?: string;

  @ApiProperty({ required: false, format: 'date' })
  readonly date?: string;

  @ApiProperty({ required: false, description: 'SHA-256 of the file' })
  readonly sha256?: string;
}

/** A progress report. */
export class ProgressReportResponse {
  @ApiProperty({ format: 'uuid' })
  readonly id: string;

  @ApiProperty({ format: 'uuid' })
  readonly pledgeId: string;

  @ApiProperty({ format: 'uuid' })
  readonly campaignId: string;

  @ApiProperty({ format: 'uuid', description: 'The unit that reports' })
  readonly unitId: string;

  @ApiProperty({ example: '2024-Q1' })
  readonly period: string;

  @ApiProperty({ format: 'date' })
  readonly asOf: string;

  @ApiProperty({ enum: ['reported', 'verified'] })
  readonly status: string;

  @ApiProperty({ type: 'integer', description: 'The plan that the values are judged by' })
  readonly planRevision: number;

  @ApiProperty({ format: 'date-time' })
  readonly createdAt: string;

  @ApiProperty({ type: [EvidenceResponse] })
  readonly evidence: readonly EvidenceResponse[];

  @ApiProperty({ type: [ProgressValueResponse] })
  readonly values: readonly ProgressValueResponse[];
}

/** A report as the overview of units names it. */
export class ReportOfUnit extends PickType(ProgressReportResponse, ['id', 'period', 'asOf', 'status']) {}

/** What has come from one unit of a campaign. */
export class UnitProgressResponse {
  @ApiProperty({ format: 'uuid' })
  readonly unitId: string;

  @ApiProperty({ type: String, format: 'uuid', nullable: true, description: 'Null when the unit has not pledged' })
  readonly pledgeId: string | null;

  @ApiProperty({ type: String, nullable: true, example: 'reporting' })
  readonly pledgeState: string | null;

  @ApiProperty({ type: [ReportOfUnit], description: 'By the day up to which they count' })
  readonly reports: readonly ReportOfUnit[];
}

/** What has come from the units of a campaign, one entry for each, those that sent nothing included. */
export class UnitsProgressResponse {
  @ApiProperty({ type: [UnitProgressResponse] })
  readonly items: readonly UnitProgressResponse[];
}
