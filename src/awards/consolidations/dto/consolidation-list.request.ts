import { PageQuery } from '../../../platform/http/pages/page-query.request';
import { IsOneOf, IsUuid } from '../../../platform/http/validators';
import { CONSOLIDATION_STATES } from '../consolidation-states';

/** Narrows the list of lists. */
export class ConsolidationListQuery extends PageQuery {
  @IsOneOf(CONSOLIDATION_STATES, { optional: true })
  readonly state?: string;

  @IsUuid({ optional: true })
  readonly campaignId?: string;

  @IsUuid({ optional: true, description: 'The unit that considers the cases' })
  readonly authorityUnitId?: string;
}
