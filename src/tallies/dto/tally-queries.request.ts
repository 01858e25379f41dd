import type { TallyAxis, TallyFamily } from '../../../workflows/tally';
import { IsOneOf, IsUuid } from '../../platform/http/validators';
import { TALLY_AXES } from '../case-stages';
import { AXIS, FAMILIES, OF_CAMPAIGN } from './tally-filter.request';

/** Which tally. */
export class TallyQuery {
  @IsUuid({ optional: true, description: OF_CAMPAIGN })
  readonly campaignId?: string;

  @IsOneOf(TALLY_AXES, { description: AXIS })
  readonly axis: TallyAxis;

  @IsOneOf(FAMILIES, { optional: true, description: 'Without it: both, apart from each other.' })
  readonly family?: TallyFamily;
}

/** Of which campaign the results. */
export class TallyResultsQuery {
  @IsUuid()
  readonly campaignId: string;
}
