import type { LocalDate } from '../../../workflows/kernel';
import { PageQuery } from '../../platform/http/pages/page-query.request';
import { BoundedText, IsLocalDate, IsUuid, IsWholeNumber } from '../../platform/http/validators';
import { IsSha256 } from './sha256.decorator';

const MOST_INDICATORS = 10_000;

/** What a paper states of results without the rows. */
export class RecordStatementRequest {
  @IsUuid()
  readonly campaignId: string;

  @IsUuid({ description: 'The unit that states it' })
  readonly unitId: string;

  @IsWholeNumber(1, MOST_INDICATORS, { description: 'Indicators in all', example: 21 })
  readonly of: number;

  @IsWholeNumber(0, MOST_INDICATORS, { description: 'Reached, the exceeded among them', example: 21 })
  readonly reached: number;

  @IsWholeNumber(0, MOST_INDICATORS, { example: 6 })
  readonly exceeded: number;

  @IsLocalDate({ description: 'The day up to which it counts', example: '2023-12-28' })
  readonly asOf: LocalDate;

  @BoundedText({ max: 500, description: 'Title of the paper; kept apart from the events' })
  readonly paperTitle: string;

  @BoundedText({ max: 120, optional: true, example: '45/BC-UBND' })
  readonly paperNumber?: string;

  @BoundedText({ max: 300, optional: true })
  readonly paperIssuer?: string;

  @IsLocalDate({ optional: true })
  readonly paperDate?: LocalDate;

  @IsSha256({ optional: true, description: 'Hash of the file, in small hexadecimal digits' })
  readonly paperSha256?: string;
}

/** Narrows the list of statements. */
export class StatementListQuery extends PageQuery {
  @IsUuid()
  readonly campaignId: string;

  @IsUuid({ optional: true, description: 'The unit that states it' })
  readonly unitId?: string;
}
