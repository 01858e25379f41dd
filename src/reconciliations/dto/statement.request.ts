import type { LocalDate } from '../../../workflows/kernel';
import type { TallyAxis } from '../../../workflows/tally';
import { BoundedArray, BoundedText, IsLocalDate, IsOneOf, IsUuid } from '../../platform/http/validators';
import { FigureRequest, PrintedListRequest, PrintedPeriodRequest } from './statement-content.request';

const AXES: readonly TallyAxis[] = ['achievement', 'decision', 'presentation'];

/** Input of `statement.revise`: what the text says, all of it anew. */
export class ReviseStatementRequest {
  @BoundedText({ max: 500, example: 'Bản tin tổng kết phong trào thi đua năm 2023' })
  readonly title: string;

  @BoundedText({ max: 500, description: 'Where it was published.', example: 'Bản tin quận, số 1' })
  readonly source: string;

  @IsLocalDate({ description: 'The day up to which its figures go.', example: '2024-01-19' })
  readonly asOf: LocalDate;

  @IsOneOf(AXES, { description: 'Which year its figures mean.' })
  readonly axis: TallyAxis;

  @BoundedArray(() => FigureRequest, { min: 0, max: 200 })
  readonly figures: readonly FigureRequest[];

  @BoundedArray(() => PrintedListRequest, { max: 50, optional: true })
  readonly lists?: readonly PrintedListRequest[];

  @BoundedArray(() => PrintedPeriodRequest, { max: 50, optional: true })
  readonly periods?: readonly PrintedPeriodRequest[];
}

/** Input of `statement.publish`. */
export class PublishStatementRequest extends ReviseStatementRequest {
  @IsUuid({ description: 'The unit whose awards the text is about, and that keeps it.' })
  readonly unitId: string;

  @IsUuid({ optional: true, description: 'The campaign that the text is about, if it is about one.' })
  readonly campaignId?: string;
}
