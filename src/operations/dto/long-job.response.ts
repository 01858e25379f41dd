import { ApiProperty } from '@nestjs/swagger';
import { LONG_JOB_STATES, type LongJobState } from '../../../workflows/long-job';
import type { Label } from '../../../workflows/kernel';
import { LabelResponse } from '../../platform/http/problems/problem';
import { ROW_FATES, type RowFate } from '../row-fates';

/** Long work and how far it got. */
export class LongJobResponse {
  @ApiProperty({ format: 'uuid' })
  readonly id: string;

  @ApiProperty({ example: 'import' })
  readonly kind: string;

  @ApiProperty({ enum: LONG_JOB_STATES })
  readonly state: LongJobState;

  @ApiProperty({ type: LabelResponse, example: { vi: 'Đang thực hiện', en: 'Running' } })
  readonly stateLabel: Label;

  @ApiProperty({ description: 'Id of the user who asked for it, or `system`.' })
  readonly requestedBy: string;

  @ApiProperty({ type: 'integer', description: 'Rows in all.' })
  readonly total: number;

  @ApiProperty({ type: 'integer', description: 'Rows done.' })
  readonly done: number;

  @ApiProperty({
    type: 'object',
    additionalProperties: { type: 'integer' },
    description: 'What became of the rows done so far: how many of each fate.',
    example: { accepted: 480, refused: 20 },
  })
  readonly counts: Readonly<Record<string, number>>;

  @ApiProperty({ description: 'Path of what becomes of each row.', example: '/api/v1/jobs/018d…/rows' })
  readonly result: string;

  @ApiProperty({ type: String, nullable: true, description: 'Code of the last failure.' })
  readonly error: string | null;

  @ApiProperty({ format: 'date-time' })
  readonly createdAt: string;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  readonly startedAt: string | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  readonly finishedAt: string | null;

  @ApiProperty({ type: 'integer', description: 'Number of changes so far, steps included: the id of its last event.' })
  readonly revision: number;
}

/** Why a row was not accepted. */
export class RowReasonResponse {
  @ApiProperty({ example: 'PERSON.SAME_UNIT' })
  readonly code: string;

  @ApiProperty({ type: LabelResponse })
  readonly message: Label;
}

/** One thing that a bulk command is sent to. */
export class LongJobRowResponse {
  @ApiProperty({ type: 'integer', description: 'Place in the job, from 1.' })
  readonly ordinal: number;

  @ApiProperty({ format: 'uuid' })
  readonly id: string;

  @ApiProperty({ enum: ROW_FATES })
  readonly fate: RowFate;

  @ApiProperty({ type: [RowReasonResponse] })
  readonly reasons: readonly RowReasonResponse[];
}
