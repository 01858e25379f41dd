import { PageQuery } from '../../../platform/http/pages/page-query.request';
import { IsUuid } from '../../../platform/http/validators';

/** Narrows the list of reports. */
export class FreezeListQuery extends PageQuery {
  @IsUuid({ optional: true })
  readonly subjectId?: string;
}
