import { INITIATIVE_KINDS, INITIATIVE_SCOPES } from '../../../../workflows/history';
import { BoundedArray, BoundedText, IsOneOf, IsUuid, Nested } from '../../../platform/http/validators';
import { ReasonRequest } from '../../../platform/validation/reason.request';
import { ProofRequest } from '../../dto/paper.request';
import { SubjectRequest } from '../../dto/subject.request';

/** Records an initiative or a piece of research that was recognised. */
export class RecordInitiativeRequest {
  @BoundedText({ max: 300, description: 'Its title, never a name', example: 'Số hóa hồ sơ một cửa' })
  readonly title: string;

  @IsOneOf(INITIATIVE_KINDS, { example: 'initiative' })
  readonly kind: 'initiative' | 'research';

  @IsOneOf(INITIATIVE_SCOPES, {
    description: 'How far its effect was recognised: in the unit, in the ministry or province, in the nation',
    example: 'unit',
  })
  readonly scope: 'unit' | 'province' | 'nation';

  @BoundedArray(() => SubjectRequest, { min: 1, max: 20, description: 'Whose it is' })
  readonly authors: readonly SubjectRequest[];

  @Nested(() => ProofRequest, { description: 'The decision or confirmation (Mẫu 13), and who recognised it' })
  readonly paper: ProofRequest;

  @BoundedText({ max: 2000, multiline: true, optional: true, description: 'Its effect; kept apart from the events' })
  readonly effect?: string;
}

/** Lets an initiative back a case, or an award on record: exactly one of both. */
export class UseInitiativeRequest {
  @IsUuid({ optional: true })
  readonly caseId?: string;

  @IsUuid({ optional: true })
  readonly awardRecordId?: string;

  @BoundedText({
    ...{ max: 2000, multiline: true, optional: true },
    description: 'Why it backs something more, although it backs something already',
  })
  readonly overrideReason?: string;
}

/** Takes back what an initiative backs. */
export class ReleaseInitiativeRequest extends ReasonRequest {
  @IsUuid({ description: 'One of its uses' })
  readonly useId: string;
}
