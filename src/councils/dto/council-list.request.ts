import { PageQuery } from '../../platform/http/pages/page-query.request';
import { BoundedText, IsOneOf, IsUuid } from '../../platform/http/validators';
import { COUNCIL_KINDS, type CouncilKind } from '../council';

/** Narrows the list of councils. */
export class CouncilListQuery extends PageQuery {
  @IsOneOf(COUNCIL_KINDS, { optional: true })
  readonly kind?: CouncilKind;

  @IsUuid({ optional: true, description: 'Of this unit, not of those below it.' })
  readonly unitId?: string;

  @BoundedText({ max: 100, optional: true, description: 'Anywhere in the name; accents do not matter.' })
  readonly search?: string;
}
