import { PageQuery } from '../../../platform/http/pages/page-query.request';
import { IsOneOf, IsUuid } from '../../../platform/http/validators';
import { DOSSIER_STATES } from '../dossier-states';

/** Narrows the list of dossiers. */
export class DossierListQuery extends PageQuery {
  @IsOneOf(DOSSIER_STATES, { optional: true })
  readonly state?: string;

  @IsUuid({ optional: true })
  readonly campaignId?: string;

  @IsUuid({ optional: true, description: 'The unit that submits' })
  readonly unitId?: string;

  @IsUuid({ optional: true, description: 'The unit that receives' })
  readonly authorityUnitId?: string;
}
