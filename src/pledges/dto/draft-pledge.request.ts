import type { PledgeKind } from '../../../workflows/pledge';
import { BoundedArray, IsOneOf, IsUuid, uuidRule } from '../../platform/http/validators';
import { PledgeValuesRequest } from './pledge-values.request';

/** A new pledge. */
export class DraftPledgeRequest extends PledgeValuesRequest {
  @IsUuid()
  readonly campaignId: string;

  @IsUuid({ description: 'The unit that prepares it and reports on it' })
  readonly unitId: string;

  @IsUuid({ optional: true, description: 'The person of the unit who pledges; the unit itself when left out' })
  readonly personId?: string;

  @IsOneOf(['registration', 'agreement'], { description: 'Of one unit alone, or signed by several' })
  readonly kind: PledgeKind;

  @BoundedArray(uuidRule, {
    max: 200,
    unique: true,
    optional: true,
    description: 'Units that sign an agreement, the preparing one among them; ignored for a registration',
  })
  readonly memberUnitIds?: readonly string[];
}
