import { IsUuid } from '../../platform/http/validators';
import { ReasonRequest } from '../../platform/validation/reason.request';

/** The end of a pledge whose unit was merged or dissolved. */
export class DiscontinuePledgeRequest extends ReasonRequest {
  @IsUuid({ optional: true, description: 'The unit that takes over; left out where none does' })
  readonly successorUnitId?: string;
}
