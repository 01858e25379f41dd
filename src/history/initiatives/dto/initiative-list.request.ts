import { INITIATIVE_SCOPES } from '../../../../workflows/history';
import { IsOneOf } from '../../../platform/http/validators';
import { RecordListQuery } from '../../dto/record-list.request';

/** Narrows the list of initiatives. */
export class InitiativeListQuery extends RecordListQuery {
  @IsOneOf(INITIATIVE_SCOPES, { optional: true })
  readonly scope?: string;
}
