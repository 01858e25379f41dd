import { PageQuery } from '../../platform/http/pages/page-query.request';
import { BoundedText, IsOneOf } from '../../platform/http/validators';

/** Narrows the list of campaigns. */
export class CampaignListQuery extends PageQuery {
  @BoundedText({ max: 60, optional: true, example: 'underway' })
  readonly state?: string;

  @IsOneOf(['regular', 'thematic'], { optional: true })
  readonly kind?: string;

  @BoundedText({ max: 100, optional: true, description: 'Anywhere in the name; accents do not matter' })
  readonly search?: string;
}
