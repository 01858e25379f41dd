import { PageQuery } from '../../../platform/http/pages/page-query.request';
import { BoundedText, IsUuid } from '../../../platform/http/validators';

/** Narrows the list of decisions. */
export class DecisionListQuery extends PageQuery {
  @BoundedText({ max: 60, optional: true, example: 'issued' })
  readonly state?: string;

  @IsUuid({ optional: true })
  readonly campaignId?: string;

  @IsUuid({ optional: true, description: 'The unit whose head decides' })
  readonly authorityUnitId?: string;
}
