import { PageQuery } from '../../platform/http/pages/page-query.request';
import { BoundedText, IsOneOf, IsUuid } from '../../platform/http/validators';

/** Narrows the list of pledges. */
export class PledgeListQuery extends PageQuery {
  @IsUuid({ optional: true })
  readonly campaignId?: string;

  @IsUuid({ optional: true, description: 'The unit that prepares it' })
  readonly unitId?: string;

  @IsUuid({ optional: true, description: 'The person who pledges' })
  readonly personId?: string;

  @BoundedText({ max: 60, optional: true, example: 'registered' })
  readonly state?: string;

  @IsOneOf(['registration', 'agreement'], { optional: true })
  readonly kind?: string;
}

/** Narrows the list of progress reports. */
export class ProgressReportListQuery extends PageQuery {
  @IsUuid()
  readonly campaignId: string;

  @BoundedText({ max: 40, optional: true, example: '2024-Q1' })
  readonly period?: string;

  @IsUuid({ optional: true, description: 'The unit that prepares the pledge' })
  readonly unitId?: string;

  @IsOneOf(['reported', 'verified'], { optional: true })
  readonly status?: string;
}

/** Which campaign's units are asked about. */
export class UnitProgressQuery {
  @IsUuid()
  readonly campaignId: string;
}
