import { PageQuery } from '../../../platform/http/pages/page-query.request';
import { IsOneOf, IsUuid } from '../../../platform/http/validators';
import { ROW_STATES } from './violation-list.response';

/** Narrows the list of lists. */
export class ViolationListsQuery extends PageQuery {
  @IsUuid({ optional: true, description: 'Received by this unit.' })
  readonly unitId?: string;
}

/** Narrows the rows of a list. */
export class ViolationRowsQuery extends PageQuery {
  @IsOneOf(ROW_STATES, { optional: true })
  readonly state?: string;
}
