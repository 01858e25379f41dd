import { PageQuery } from '../../platform/http/pages/page-query.request';
import { IsUuid } from '../../platform/http/validators';

/** Narrows a list of records about subjects. */
export class RecordListQuery extends PageQuery {
  @IsUuid({ optional: true, description: 'Of this subject.' })
  readonly subjectId?: string;
}
