import type { QuotaRounding, SubjectKind } from '../../../../workflows/rulebook';
import { PageQuery } from '../../../platform/http/pages/page-query.request';
import { BoundedText, IsOneOf, IsUuid, IsWholeNumber } from '../../../platform/http/validators';

/** What the share of a quota is of, where the registers do not know it or know it in part. */
export class StateBaseRequest {
  @BoundedText({ max: 40, description: 'Code of the tier that is limited', example: 'CSTDCS' })
  readonly tier: string;

  @IsUuid({ optional: true, description: 'The unit within which the quota counts, with its year' })
  readonly unitId?: string;

  @IsWholeNumber(2000, 2100, { optional: true, description: 'The year in which the achievements end' })
  readonly year?: number;

  @IsUuid({ optional: true, description: 'The campaign, where the quota is a share of those who take part' })
  readonly campaignId?: string;

  @IsOneOf(['person', 'collective', 'household'], {
    optional: true,
    description: 'The kind of subject that the rule limits; absent where it limits all together',
  })
  readonly subjects?: SubjectKind;

  @IsWholeNumber(0, 1_000_000, { description: 'Of how many' })
  readonly base: number;

  @BoundedText({ max: 300, description: 'Where the figure comes from', example: 'Báo cáo số 12/BC-UBND' })
  readonly source: string;

  @IsOneOf(['floor', 'ceiling', 'halfUp'], {
    optional: true,
    description: 'As the council chose, where the text does not say how to round',
  })
  readonly rounding?: QuotaRounding;
}

/** Narrows the list of quotas of the rules. */
export class TierQuotaListQuery extends PageQuery {
  @IsUuid({ optional: true })
  readonly campaignId?: string;

  @IsUuid({ optional: true })
  readonly unitId?: string;
}
