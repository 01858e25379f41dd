import type { Decimal } from '../../../workflows/kernel';
import { BoundedArray, BoundedText, IsDecimalText } from '../../platform/http/validators';
import { ReasonRequest } from '../../platform/validation/reason.request';
import { OncePerMeasure } from './once-per-measure.decorator';

/** What is pledged for one measure. */
export class PledgedValueRequest {
  @BoundedText({ max: 60, example: '20.2' })
  readonly measureCode: string;

  @IsDecimalText({ description: 'In the unit of the measure; of a rise or fall the change itself' })
  readonly value: Decimal;

  @BoundedText({
    max: 2000,
    multiline: true,
    optional: true,
    description: 'Why it falls short of the assigned value; kept apart from the events',
  })
  readonly reason?: string;
}

/** All values anew: what is left out is no longer pledged. */
export class PledgeValuesRequest {
  @BoundedArray(() => PledgedValueRequest, { max: 500 })
  @OncePerMeasure()
  readonly values: readonly PledgedValueRequest[];
}

/** Changed values of a registered pledge, with the reason. */
export class AmendPledgeRequest extends ReasonRequest {
  @BoundedArray(() => PledgedValueRequest, { max: 500 })
  @OncePerMeasure()
  readonly values: readonly PledgedValueRequest[];
}
