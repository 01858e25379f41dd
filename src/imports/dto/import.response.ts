import { ApiProperty } from '@nestjs/swagger';
import type { Label } from '../../../workflows/kernel';
import { IMPORT_KINDS, IMPORT_STATES, ROW_FATES, ROW_OUTCOMES } from '../../../workflows/import';
import type { ImportKindName, ImportState, RowFate, RowOutcome } from '../../../workflows/import';
import { LabelResponse } from '../../platform/http/problems/problem';

/** A file that was tried out. */
export class ImportResponse {
  @ApiProperty({ format: 'uuid' })
  readonly id: string;

  @ApiProperty({ enum: IMPORT_KINDS })
  readonly kind: ImportKindName;

  @ApiProperty({ enum: IMPORT_STATES })
  readonly state: ImportState;

  @ApiProperty({ type: LabelResponse, example: { vi: 'Đã kiểm tra, chưa nhập', en: 'Checked, not applied' } })
  readonly stateLabel: Label;

  @ApiProperty({ example: 'nhan-su.csv' })
  readonly fileName: string;

  @ApiProperty({ description: 'SHA-256 of its text.' })
  readonly fileHash: string;

  @ApiProperty({ type: 'integer' })
  readonly rowCount: number;

  @ApiProperty({
    type: 'object',
    additionalProperties: { type: 'integer' },
    description: 'How many rows of each fate.',
    example: { add: 480, known: 15, similar: 2, refused: 3 },
  })
  readonly fates: Readonly<Record<string, number>>;

  @ApiProperty({ type: String, format: 'uuid', nullable: true, description: 'The job that applies it.' })
  readonly jobId: string | null;

  @ApiProperty({ description: 'Id of the user who tried it out, or `system`.' })
  readonly requestedBy: string;

  @ApiProperty({ format: 'date-time' })
  readonly createdAt: string;
}

/** Why a row is refused. */
export class ImportReasonResponse {
  @ApiProperty({ example: 'IMPORT.INVALID_CELL' })
  readonly code: string;

  @ApiProperty({ type: LabelResponse })
  readonly message: Label;
}

/** A row of a file. */
export class ImportRowResponse {
  @ApiProperty({ type: 'integer', description: 'Place among the rows, from 1.' })
  readonly ordinal: number;

  @ApiProperty({ type: 'integer', description: 'Line of the file that it ends on.' })
  readonly line: number;

  @ApiProperty({ enum: ROW_FATES, description: 'What would become of it.' })
  readonly fate: RowFate;

  @ApiProperty({ enum: [...ROW_OUTCOMES, null], nullable: true, description: 'What became of it once applied.' })
  readonly outcome: RowOutcome | null;

  @ApiProperty({ type: [String], description: 'Ids of what it is known as, looks like, or became.' })
  readonly subjectIds: readonly string[];

  @ApiProperty({ type: [ImportReasonResponse] })
  readonly reasons: readonly ImportReasonResponse[];

  @ApiProperty({ type: [String], nullable: true, description: 'As they were read; null once erased.' })
  readonly cells: readonly string[] | null;
}
