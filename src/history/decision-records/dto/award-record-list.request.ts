import { FAMILIES } from '../../../../workflows/history';
import { BoundedText, IsOneOf, IsUuid } from '../../../platform/http/validators';
import { RecordListQuery } from '../../dto/record-list.request';

/** Narrows the list of award records. */
export class AwardRecordListQuery extends RecordListQuery {
  @IsUuid({ optional: true, description: 'Of this entered decision.' })
  readonly decisionRecordId?: string;

  @BoundedText({ max: 40, optional: true, description: 'Code of the tier.' })
  readonly tier?: string;

  @IsOneOf(FAMILIES, { optional: true })
  readonly family?: string;
}
