import type { LocalDate } from '../../../../workflows/kernel';
import { IsLocalDate, IsOneOf, IsUuid } from '../../../platform/http/validators';
import { ReasonRequest } from '../../../platform/validation/reason.request';
import { SUBJECT_KINDS, type SubjectKind } from '../../../people';

/** Reports that discipline, an inspection or a complaint about a subject is pending. */
export class FreezeSubjectRequest extends ReasonRequest {
  @IsOneOf(SUBJECT_KINDS)
  readonly subjectKind: SubjectKind;

  @IsUuid()
  readonly subjectId: string;

  @IsLocalDate()
  readonly startsOn: LocalDate;

  @IsLocalDate({ optional: true, description: 'Last day, included; left out while nobody knows' })
  readonly endsOn?: LocalDate;
}
