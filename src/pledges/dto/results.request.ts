import { PageQuery } from '../../platform/http/pages/page-query.request';
import { BoundedText, IsOneOf, IsUuid } from '../../platform/http/validators';

/** Which measure, and which results of it. */
export class UnitResultsQuery extends PageQuery {
  @BoundedText({ max: 60, example: '20.2' })
  readonly measureCode: string;

  @IsOneOf(['exceeded', 'reached', 'missed', 'notReported'], { optional: true })
  readonly status?: string;
}

/** Which request, and how the reports stand to it. */
export class DueReportsQuery extends PageQuery {
  @IsUuid({ description: 'A request of the campaign' })
  readonly requestId: string;

  @IsOneOf(['inTime', 'late', 'awaited', 'overdue'], { optional: true })
  readonly state?: string;
}
