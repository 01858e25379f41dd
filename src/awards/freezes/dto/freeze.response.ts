import { ApiProperty } from '@nestjs/swagger';
import { SUBJECT_KINDS, type SubjectKind } from '../../../people';

/** A report that discipline, an inspection or a complaint about a subject is pending. */
export class FreezeResponse {
  @ApiProperty({ format: 'uuid' })
  readonly id: string;

  @ApiProperty({ enum: SUBJECT_KINDS })
  readonly subjectKind: SubjectKind;

  @ApiProperty({ format: 'uuid' })
  readonly subjectId: string;

  @ApiProperty({ description: 'Id of the user who reported it' })
  readonly reportedBy: string;

  @ApiProperty({ format: 'date' })
  readonly startsOn: string;

  @ApiProperty({ type: String, format: 'date', nullable: true, description: 'Last day, included' })
  readonly endsOn: string | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  readonly liftedAt: string | null;

  @ApiProperty({
    ...{ type: String, format: 'uuid', nullable: true },
    description: 'The confirmed row of a list of violations that it follows from',
  })
  readonly violationRowId: string | null;

  @ApiProperty({ type: 'integer' })
  readonly version: number;
}
