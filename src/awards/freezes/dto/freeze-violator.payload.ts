import { IsIn, IsString, IsUUID, Matches, MaxLength } from 'class-validator';
import type { LocalDate } from '../../../../workflows/kernel';
import { SUBJECT_KINDS, type SubjectKind } from '../../../people';

/** What a confirmed row of a list of violations carries. Neither names nor what was violated. */
export class FreezeViolatorPayload {
  @IsUUID()
  readonly violationRowId: string;

  @IsIn(SUBJECT_KINDS)
  readonly subjectKind: SubjectKind;

  @IsUUID()
  readonly subjectId: string;

  @Matches(/^\d{4}-\d{2}-\d{2}$/)
  readonly startsOn: LocalDate;

  /** Id of the user who confirmed the row. */
  @IsString()
  @MaxLength(36)
  readonly by: string;

  @IsString()
  @MaxLength(200)
  readonly agency: string;

  /** Number of the agency's paper. */
  @IsString()
  @MaxLength(60)
  readonly paper: string;
}
