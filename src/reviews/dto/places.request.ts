import type { Declaration } from '../../../workflows/review';
import { BoundedText, IsOneOf, IsUuid } from '../../platform/http/validators';
import { ItemsRequest } from './review-items.request';

/** A lower tier for a case that did not pass. */
export class StepDownRequest {
  @IsUuid()
  readonly itemId: string;

  @BoundedText({ max: 40, description: 'Code of the lower tier in the rulebook', example: 'GK' })
  readonly tier: string;
}

/** What whoever presided says of results, by name, in the minutes. */
export class DeclareRequest extends ItemsRequest {
  @IsOneOf(['agrees', 'disagrees'])
  readonly statement: Declaration['statement'];
}
