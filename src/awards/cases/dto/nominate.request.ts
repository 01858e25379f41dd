import type { CaseInput, Commendation } from '../../../../workflows/award';
import type { LocalDate } from '../../../../workflows/kernel';
import { ApiSchema } from '@nestjs/swagger';
import { BoundedText, IsLocalDate, IsOneOf, IsUuid, IsYesNo, Nested } from '../../../platform/http/validators';
import { SUBJECT_KINDS, type SubjectKind } from '../../../people';

const COMMENDATIONS: readonly Commendation[] = [
  'merit',
  'sudden',
  'thematic',
  'longService',
  'yearsOfService',
  'foreignRelations',
];

/** Who is nominated. */
@ApiSchema({ name: 'NominatedSubject' })
export class SubjectRequest {
  @IsOneOf(SUBJECT_KINDS)
  readonly kind: SubjectKind;

  @IsUuid()
  readonly id: string;
}

/** A nomination as its unit writes it; the campaign and the cycle are those of the dossier. */
export class NominateRequest implements Omit<
  CaseInput,
  'dossierId' | 'campaignId' | 'cycleId' | 'parentCaseId' | 'rootCaseId'
> {
  @Nested(() => SubjectRequest)
  readonly subject: SubjectRequest;

  @BoundedText({ max: 32, description: 'Code of the title or form in the rulebook', example: 'GK' })
  readonly tier: string;

  @IsOneOf(COMMENDATIONS, { description: 'Kind of commendation' })
  readonly commendation: Commendation;

  @IsUuid({ description: 'Names the achievement: one achievement is rewarded once, in whichever case it is named' })
  readonly achievementId: string;

  @IsLocalDate()
  readonly achievedFrom: LocalDate;

  @IsLocalDate()
  readonly achievedTo: LocalDate;

  @IsYesNo({
    optional: true,
    description: 'By the simple procedure, where the rules open it: no council, no publicity',
  })
  readonly simple?: boolean;
}

/** A new case in a dossier that is being prepared. */
export class DraftCaseRequest extends NominateRequest {
  @IsUuid()
  readonly dossierId: string;
}
