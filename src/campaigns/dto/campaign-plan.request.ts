import { IntersectionType } from '@nestjs/swagger';
import type { CampaignKind, PeriodType } from '../../../workflows/campaign';
import type { LocalDate } from '../../../workflows/kernel';
import { BoundedArray, BoundedText, IsLocalDate, IsOneOf } from '../../platform/http/validators';
import { uuidRule } from '../../platform/http/validators/text-rules';
import { ReasonRequest } from '../../platform/validation/reason.request';
import { AllocationRequest, IndicatorRequest, RoundRequest } from './plan-parts.request';

/** A whole plan: what `campaign.draft` and `campaign.revise` take. */
export class CampaignPlanRequest {
  @BoundedText({ max: 60, example: 'LC-2024' })
  readonly code: string;

  @BoundedText({ max: 500 })
  readonly name: string;

  @BoundedText({ max: 1000, optional: true })
  readonly theme?: string;

  @IsOneOf(['regular', 'thematic'])
  readonly kind: CampaignKind;

  @IsOneOf(['calendarYear', 'schoolYear', 'severalYears'])
  readonly periodType: PeriodType;

  @IsLocalDate({ example: '2024-01-01' })
  readonly startsOn: LocalDate;

  @IsLocalDate({ example: '2024-12-31' })
  readonly endsOn: LocalDate;

  @BoundedArray(uuidRule, {
    min: 1,
    max: 20,
    unique: true,
    description: 'Units that launch it together; the first owns it',
  })
  readonly issuerIds: readonly string[];

  @BoundedArray(uuidRule, { max: 2000, unique: true, description: 'Units that take part' })
  readonly unitIds: readonly string[];

  @BoundedArray(() => RoundRequest, { max: 20 })
  readonly rounds: readonly RoundRequest[];

  @BoundedArray(() => IndicatorRequest, { max: 200 })
  readonly indicators: readonly IndicatorRequest[];

  @BoundedArray(() => AllocationRequest, { max: 20_000 })
  readonly allocations: readonly AllocationRequest[];
}

/** A changed plan for a running campaign, with the reason. */
export class AmendCampaignRequest extends IntersectionType(CampaignPlanRequest, ReasonRequest) {}
