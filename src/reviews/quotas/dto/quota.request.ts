import type { FractionText } from '../../../../workflows/kernel';
import type { QuotaShare, QuotaTie } from '../../../../workflows/review';
import { PageQuery } from '../../../platform/http/pages/page-query.request';
import { BoundedText, IsOneOf, IsUuid, IsWholeNumber, IsYesNo, Nested } from '../../../platform/http/validators';
import { IsFraction } from '../../dto/threshold.request';
import { MOST_PLACES } from '../quota';

/** A number of places computed from a base. */
export class QuotaShareRequest implements QuotaShare {
  @IsFraction({ description: 'The share, exactly', example: '3/20' })
  readonly fraction: FractionText;

  @IsWholeNumber(0, 1_000_000, { description: 'Of how many' })
  readonly base: number;

  @IsOneOf(['down', 'up'], { description: 'No text says how to round: the council does; down is the usual way' })
  readonly rounding: QuotaShare['rounding'];
}

/** A quota for a tier over all rounds of a council in a campaign: places, a share of a base, or as many as the rules allow. */
export class OpenQuotaRequest {
  @IsUuid()
  readonly councilId: string;

  @IsUuid({ optional: true, description: 'None for awards outside campaigns' })
  readonly campaignId?: string;

  @BoundedText({ max: 40, description: 'Code of the tier in the rulebook', example: 'CSTDCS' })
  readonly tier: string;

  @IsWholeNumber(2000, 2100, {
    optional: true,
    description: 'The year in which the achievements end, where the rules limit the tier by the year',
  })
  readonly year?: number;

  @IsWholeNumber(0, MOST_PLACES, {
    optional: true,
    description: 'As the rules allow where they and a share are absent',
  })
  readonly places?: number;

  @Nested(() => QuotaShareRequest, { optional: true })
  readonly share?: QuotaShareRequest;

  @IsOneOf(['revote', 'chairDecides'], { optional: true, description: 'Equals at the last place; revote when absent' })
  readonly tie?: QuotaTie;

  @IsYesNo({
    optional: true,
    description:
      'The woman first at equal votes, as the council declares it; where the rules of a case say so it holds anyway',
  })
  readonly womanFirst?: boolean;
}

/** The item whose case is out, so that its place falls free. */
export class ReleasePlaceRequest {
  @IsUuid()
  readonly itemId: string;
}

/** Narrows the list of quotas. */
export class QuotaListQuery extends PageQuery {
  @IsUuid({ optional: true })
  readonly councilId?: string;

  @IsUuid({ optional: true })
  readonly campaignId?: string;
}
