import { ApiProperty } from '@nestjs/swagger';
import { SUBJECT_KINDS, type SubjectKind } from '../../people';

/** What all records about a subject have in common. */
export class RecordResponse {
  @ApiProperty({ format: 'uuid' })
  readonly id: string;

  @ApiProperty({ enum: SUBJECT_KINDS })
  readonly subjectKind: SubjectKind;

  @ApiProperty({ format: 'uuid' })
  readonly subjectId: string;

  @ApiProperty({ type: String, format: 'date-time', nullable: true, description: 'Set once it was withdrawn.' })
  readonly withdrawnAt: string | null;
}
