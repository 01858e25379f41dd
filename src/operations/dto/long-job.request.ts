import { LONG_JOB_STATES, type LongJobState } from '../../../workflows/long-job';
import { PageQuery } from '../../platform/http/pages/page-query.request';
import { IsOneOf } from '../../platform/http/validators';
import { ROW_FATES, type RowFate } from '../row-fates';

/** Narrows the list of long work. */
export class LongJobListQuery extends PageQuery {
  @IsOneOf(LONG_JOB_STATES, { optional: true })
  readonly state?: LongJobState;
}

/** Narrows the rows of a bulk command. */
export class LongJobRowsQuery extends PageQuery {
  @IsOneOf(ROW_FATES, { optional: true })
  readonly fate?: RowFate;
}
