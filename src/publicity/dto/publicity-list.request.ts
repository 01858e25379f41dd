import { PUBLICATION_CHANNELS, type PublicationChannel } from '../../../workflows/example';
import { PageQuery } from '../../platform/http/pages/page-query.request';
import { BoundedText, IsOneOf, IsUuid } from '../../platform/http/validators';

/** Narrows the list of plans. */
export class PublicityListQuery extends PageQuery {
  @IsUuid({ optional: true })
  readonly campaignId?: string;
}

/** Narrows the pieces of a plan. */
export class PieceListQuery extends PageQuery {
  @IsUuid({ optional: true, description: 'This unit is in charge' })
  readonly chargedUnitId?: string;

  @IsOneOf(PUBLICATION_CHANNELS, { optional: true })
  readonly channel?: PublicationChannel;
}

/** Narrows the reports of a plan. */
export class ReportListQuery extends PageQuery {
  @BoundedText({ max: 30, optional: true, description: 'Of the piece with this code' })
  readonly code?: string;
}
