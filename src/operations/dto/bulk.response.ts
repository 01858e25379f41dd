import { ApiProperty } from '@nestjs/swagger';
import { RowReasonResponse } from './long-job.response';

/** One thing that would not take the command. */
export class BulkRefusedRow {
  @ApiProperty({ format: 'uuid' })
  readonly id: string;

  @ApiProperty({ type: [RowReasonResponse] })
  readonly reasons: readonly RowReasonResponse[];
}

/** What a bulk command would do now. */
export class BulkPreviewResponse {
  @ApiProperty({ type: 'integer', description: 'Things that it would be sent to.' })
  readonly count: number;

  @ApiProperty({ type: 'integer', description: 'Of these, how many would take it.' })
  readonly acceptedCount: number;

  @ApiProperty({ type: [String], description: 'The first 200 of those that would take it.' })
  readonly ids: readonly string[];

  @ApiProperty({ type: 'integer' })
  readonly refusedCount: number;

  @ApiProperty({ type: [BulkRefusedRow], description: 'The first 200 of those that would not, and why.' })
  readonly refused: readonly BulkRefusedRow[];

  @ApiProperty({ description: 'Sent with the same request, it starts the work, as long as nothing has changed.' })
  readonly token: string;
}
