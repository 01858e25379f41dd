import { CONSULTATION_KINDS, CONSULTATION_STATES } from '../../../../workflows/award';
import { PageQuery } from '../../../platform/http/pages/page-query.request';
import { IsOneOf, IsUuid } from '../../../platform/http/validators';

/** Narrows the list of consultations. */
export class ConsultationListQuery extends PageQuery {
  @IsOneOf(CONSULTATION_KINDS, { optional: true })
  readonly kind?: string;

  @IsOneOf(CONSULTATION_STATES, { optional: true })
  readonly state?: string;

  @IsUuid({ optional: true })
  readonly caseId?: string;

  @IsUuid({ optional: true })
  readonly consolidationId?: string;
}
