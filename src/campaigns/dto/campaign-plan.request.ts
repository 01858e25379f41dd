import { IntersectionType } from '@nestjs/swagger';
import type { CampaignKind, PeriodType } from '../../../workflows/campaign';
import type { LocalDate } from '../../../workflows/kernel';
import { BoundedArray, BoundedText, IsLocalDate, IsOneOf, IsUuid } from '../../platform/http/validators';
import { uuidRule } from '../../platform/http/validators/text-rules';
import { ReasonRequest } from '../../platform/validation/reason.request';
import { AllocationRequest, IndicatorRequest, RoundRequest } from './plan-parts.request';
import {
  ContentGroupRequest,
  DutyRequest,
  IssuerOfficeRequest,
  ParticipantClassRequest,
  RecipientRequest,
  ThemeRequest,
} from './plan-words.request';

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

  @BoundedText({
    max: 9,
    optional: true,
    description: 'Only of a school year whose days do not show it: two years in a row',
    example: '2024-2025',
  })
  readonly schoolYear?: string;

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

  @IsUuid({
    optional: true,
    description:
      'The campaign that this is a plan within: a peak round or a ward with a plan of its own. Stays for ever',
  })
  readonly parentCampaignId?: string;

  @BoundedArray(() => IssuerOfficeRequest, { max: 20, optional: true })
  readonly issuerOffices?: readonly IssuerOfficeRequest[];

  @BoundedArray(() => ParticipantClassRequest, { max: 50, optional: true, description: 'Who takes part unnamed' })
  readonly participantClasses?: readonly ParticipantClassRequest[];

  @BoundedArray(() => ThemeRequest, { max: 10, optional: true })
  readonly themes?: readonly ThemeRequest[];

  @BoundedArray(() => ContentGroupRequest, { max: 50, optional: true })
  readonly contentGroups?: readonly ContentGroupRequest[];

  @BoundedArray(() => DutyRequest, { max: 200, optional: true })
  readonly duties?: readonly DutyRequest[];

  @BoundedArray(() => RecipientRequest, { max: 100, optional: true })
  readonly recipients?: readonly RecipientRequest[];

  @BoundedArray(() => RoundRequest, { max: 20 })
  readonly rounds: readonly RoundRequest[];

  @BoundedArray(() => IndicatorRequest, { max: 200 })
  readonly indicators: readonly IndicatorRequest[];

  @BoundedArray(() => AllocationRequest, { max: 20_000 })
  readonly allocations: readonly AllocationRequest[];
}

/** A changed plan for a running campaign, with the reason. */
export class AmendCampaignRequest extends IntersectionType(CampaignPlanRequest, ReasonRequest) {}
