import { IntersectionType } from '@nestjs/swagger';
import { OWED_KINDS, type OwedKind } from '../../../workflows/reminder';
import { PageQuery } from '../../platform/http/pages/page-query.request';
import { IsOneOf, IsUuid } from '../../platform/http/validators';

/** Which late units are meant. */
export class LateFilter {
  @IsUuid({ optional: true })
  readonly campaignId?: string;

  @IsOneOf(OWED_KINDS, { optional: true, description: 'The kind of deadline.' })
  readonly kind?: OwedKind;

  @IsUuid({ optional: true, description: 'This unit and all below it.' })
  readonly unitId?: string;
}

/** The same, page by page. */
export class LateListQuery extends IntersectionType(LateFilter, PageQuery) {}
