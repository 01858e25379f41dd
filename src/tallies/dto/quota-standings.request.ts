import { IntersectionType } from '@nestjs/swagger';
import type { TallyAxis } from '../../../workflows/tally';
import { PageQuery } from '../../platform/http/pages/page-query.request';
import { BoundedText, field, IsOneOf, IsUuid } from '../../platform/http/validators';
import { digitsRule } from '../../platform/http/validators/value-rules';
import { TALLY_AXES } from '../case-stages';
import { AXIS } from './tally-filter.request';

/** Of which quotas the places, and which cases count as proposed. */
export class QuotaStandingsFilter {
  @IsUuid({ optional: true, description: 'Without it: the quotas outside campaigns.' })
  readonly campaignId?: string;

  @IsOneOf(TALLY_AXES, { description: AXIS })
  readonly axis: TallyAxis;

  @field(digitsRule(1900, 2200), { description: 'Of the cases that are proposed.', example: '2024', optional: true })
  readonly year?: number;

  @BoundedText({ max: 60, optional: true, description: 'Without it: all tiers.' })
  readonly tier?: string;

  @IsUuid({ optional: true, description: 'The council or the cluster that gives the places.' })
  readonly councilId?: string;
}

/** The same, page by page. */
export class QuotaStandingsQuery extends IntersectionType(QuotaStandingsFilter, PageQuery) {}

/** The same as a table. */
export class QuotaTableQuery extends QuotaStandingsFilter {
  @IsOneOf(['vi', 'en'], { optional: true, description: 'Of the headings; Vietnamese without it.' })
  readonly language?: 'vi' | 'en';
}
