import { RATINGS, type Rating } from '../../../../workflows/history';
import { field } from '../../../platform/http/validators/field.decorator';
import { IsOneOf } from '../../../platform/http/validators';
import { digitsRule } from '../../../platform/http/validators/value-rules';
import { RecordListQuery } from '../../dto/record-list.request';

/** Narrows the list of ratings. */
export class RatingListQuery extends RecordListQuery {
  @field(digitsRule(1945, 2200), { optional: true, description: 'The year as it was recorded.' })
  readonly year?: number;

  @IsOneOf(RATINGS, { optional: true })
  readonly rating?: Rating;
}
