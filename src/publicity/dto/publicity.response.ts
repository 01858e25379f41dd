import { ApiProperty } from '@nestjs/swagger';
import { PUBLICATION_CHANNELS, type PublicationChannel } from '../../../workflows/example';
import type { MeasureStatus } from '../../../workflows/indicator';
import type { Label } from '../../../workflows/kernel';
import { CADENCES, type Cadence } from '../../../workflows/publicity';
import { LabelResponse } from '../../platform/http/problems/problem';
import { FIGURE_DIRECTIONS, type FigureDirection } from '../figure';

const STATUSES: readonly MeasureStatus[] = ['exceeded', 'reached', 'missed', 'notReported'];

/** The publicity plan of a campaign. */
export class PublicityPlanResponse {
  @ApiProperty({ format: 'uuid' })
  readonly id: string;

  @ApiProperty({ format: 'uuid' })
  readonly campaignId: string;

  @ApiProperty({ format: 'uuid' })
  readonly unitId: string;

  @ApiProperty({ type: String, nullable: true })
  readonly paper: string | null;

  @ApiProperty({ type: 'integer' })
  readonly version: number;
}

/** What is to be reached. */
export class PublicityFigureResponse {
  @ApiProperty()
  readonly unit: string;

  @ApiProperty({ enum: FIGURE_DIRECTIONS })
  readonly direction: FigureDirection;

  @ApiProperty()
  readonly value: string;

  @ApiProperty({ type: 'integer', nullable: true })
  readonly outOf: number | null;
}

/** A piece with how it stands. */
export class PublicityPieceResponse {
  @ApiProperty()
  readonly code: string;

  @ApiProperty()
  readonly content: string;

  @ApiProperty({ type: String, nullable: true })
  readonly duty: string | null;

  @ApiProperty({ enum: PUBLICATION_CHANNELS })
  readonly channel: PublicationChannel;

  @ApiProperty({ type: () => LabelResponse })
  readonly channelLabel: Label;

  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  readonly chargedUnitId: string | null;

  @ApiProperty({ type: String, nullable: true })
  readonly chargedBody: string | null;

  @ApiProperty({ enum: CADENCES })
  readonly cadence: Cadence;

  @ApiProperty({ type: String, format: 'date', nullable: true })
  readonly startsOn: string | null;

  @ApiProperty({ format: 'date' })
  readonly dueOn: string;

  @ApiProperty({ type: () => PublicityFigureResponse, nullable: true })
  readonly figure: PublicityFigureResponse | null;

  @ApiProperty({
    type: String,
    nullable: true,
    description: 'The latest total; of what is published by day or month, the sum of all reports. Null without one.',
  })
  readonly value: string | null;

  @ApiProperty({
    enum: STATUSES,
    nullable: true,
    description:
      'Of what is published by day or month: of the sum against as many times the figure. Null without a figure.',
  })
  readonly status: MeasureStatus | null;

  @ApiProperty({ type: 'integer', description: 'Reports that are owed by now.' })
  readonly overdueCount: number;
}

/** One report with how it stands. */
export class PublicityReportResponse {
  @ApiProperty({ format: 'uuid' })
  readonly id: string;

  @ApiProperty()
  readonly code: string;

  @ApiProperty({ format: 'date' })
  readonly from: string;

  @ApiProperty({ format: 'date' })
  readonly asOf: string;

  @ApiProperty()
  readonly value: string;

  @ApiProperty()
  readonly reference: string;

  @ApiProperty({ enum: STATUSES, nullable: true })
  readonly status: MeasureStatus | null;
}

/** A report that nobody has sent in time. */
export class OverdueReportResponse {
  @ApiProperty()
  readonly code: string;

  @ApiProperty()
  readonly content: string;

  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  readonly chargedUnitId: string | null;

  @ApiProperty({ type: String, nullable: true })
  readonly chargedBody: string | null;

  @ApiProperty({ format: 'date', description: 'The day by which it was due.' })
  readonly dueOn: string;
}
