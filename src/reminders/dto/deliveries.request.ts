import { PageQuery } from '../../platform/http/pages/page-query.request';
import { IsOneOf, IsUuid } from '../../platform/http/validators';
import { DELIVERY_STATES, type DeliveryState } from '../delivery';

/** Which deliveries. */
export class DeliveryListQuery extends PageQuery {
  @IsUuid({ optional: true, description: 'What was reminded of: a campaign, a sitting' })
  readonly subjectId?: string;

  @IsOneOf([...DELIVERY_STATES, 'unsettled'], {
    optional: true,
    description:
      '`unsettled`: mails of which nobody knows whether they arrived, and those that could not be sent, for good or so far: somebody has to look',
  })
  readonly state?: DeliveryState | 'unsettled';
}
