import type { LocalDate } from '../../../workflows/kernel';
import { BoundedArray, BoundedText, IsLocalDate } from '../../platform/http/validators';
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

/** Items whose ballot opens. */
export class BallotsRequest extends ItemsRequest {
  @IsLocalDate({ optional: true, description: 'A new last day for answers; of a written round only' })
  readonly answersBy?: LocalDate;
}

/** Items to be voted on again; a tie is reason enough. */
export class RevoteRequest extends BallotsRequest {
  @BoundedText({ max: 2000, multiline: true, optional: true })
  readonly reason?: string;
}
