import { ApiProperty } from '@nestjs/swagger';
import type { DueReportState } from '../../../workflows/pledge';

/** One request for reports, and how many units stand how to it. */
export class DueRequestResponse {
  @ApiProperty({ format: 'uuid' })
  readonly requestId: string;

  @ApiProperty({ example: '2024-Q1' })
  readonly period: string;

  @ApiProperty({ format: 'date' })
  readonly dueOn: string;

  @ApiProperty({ description: 'False when only some units are asked' })
  readonly isForAll: boolean;

  @ApiProperty({ type: 'integer' })
  readonly inTime: number;

  @ApiProperty({ type: 'integer', description: 'Reported after the due day' })
  readonly late: number;

  @ApiProperty({ type: 'integer', description: 'Not reported, not yet due' })
  readonly awaited: number;

  @ApiProperty({ type: 'integer', description: 'Not reported, overdue' })
  readonly overdue: number;
}

/** The requests of a campaign by their due day, counted over the units that the asker may see. */
export class DueRequestsResponse {
  @ApiProperty({ type: [DueRequestResponse] })
  readonly items: readonly DueRequestResponse[];
}

/** How one unit stands to a request. */
export class DueReportResponse {
  @ApiProperty({ format: 'uuid' })
  readonly unitId: string;

  @ApiProperty()
  readonly unitName: string;

  @ApiProperty({ enum: ['inTime', 'late', 'awaited', 'overdue'] })
  readonly state: DueReportState;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  readonly reportedAt: string | null;
}
