import { BoundedArray, BoundedText } from '../../platform/http/validators';
import { uuidRule } from '../../platform/http/validators/text-rules';

/** Some items of the agenda. */
export class ItemsRequest {
  @BoundedArray(uuidRule, { min: 1, max: 500, unique: true })
  readonly itemIds: readonly string[];
}

/** Some items of the agenda, with the reason. */
export class ItemsWithReasonRequest extends ItemsRequest {
  @BoundedText({ max: 2000, multiline: true })
  readonly reason: string;
}

/** Items to be voted on again; a tie is reason enough. */
export class RevoteRequest extends ItemsRequest {
  @BoundedText({ max: 2000, multiline: true, optional: true })
  readonly reason?: string;
}
