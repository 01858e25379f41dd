import { PageQuery } from '../../../platform/http/pages/page-query.request';
import { BoundedText, IsUuid } from '../../../platform/http/validators';

/** Narrows the list of cases. */
export class CaseListQuery extends PageQuery {
  @BoundedText({ max: 60, optional: true, example: 'underAppraisal' })
  readonly state?: string;

  @BoundedText({ max: 32, optional: true, example: 'GK' })
  readonly tier?: string;

  @IsUuid({ optional: true })
  readonly campaignId?: string;

  @IsUuid({ optional: true })
  readonly dossierId?: string;

  @IsUuid({ optional: true, description: 'Cases on the list of this decision' })
  readonly decisionId?: string;

  @IsUuid({ optional: true, description: 'Cases of this person, collective or household' })
  readonly subjectId?: string;
}
