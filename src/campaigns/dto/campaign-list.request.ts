import { PageQuery } from '../../platform/http/pages/page-query.request';
import { BoundedText, IsOneOf, IsUuid } from '../../platform/http/validators';

/** Narrows the list of campaigns. */
export class CampaignListQuery extends PageQuery {
  @BoundedText({ max: 60, optional: true, example: 'underway' })
  readonly state?: string;

  @IsOneOf(['regular', 'thematic'], { optional: true })
  readonly kind?: string;

  @IsOneOf(['underOneYear', 'oneYear', 'oneToThreeYears', 'threeToFiveYears', 'fiveYearsAndMore'], { optional: true })
  readonly duration?: string;

  @BoundedText({ max: 9, optional: true, description: 'What the period is called', example: '2024-2025' })
  readonly period?: string;

  @IsUuid({ optional: true, description: 'Plans within this campaign, one level down' })
  readonly parentId?: string;

  @BoundedText({ max: 100, optional: true, description: 'Anywhere in the name; accents do not matter' })
  readonly search?: string;
}
