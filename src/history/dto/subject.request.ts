import { IsOneOf, IsUuid } from '../../platform/http/validators';
import { SUBJECT_KINDS, type SubjectKind } from '../../people';

/** Names a subject. */
export class SubjectRequest {
  @IsOneOf(SUBJECT_KINDS, { example: 'person' })
  readonly subjectKind: SubjectKind;

  @IsUuid()
  readonly subjectId: string;
}
