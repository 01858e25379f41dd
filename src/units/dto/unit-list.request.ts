import { PageQuery } from '../../platform/http/pages/page-query.request';
import { BoundedText, IsOneOf, IsUuid } from '../../platform/http/validators';
import { UNIT_KINDS, UNIT_LEVELS, type UnitKind, type UnitLevel } from '../unit';

/** Narrows the list of units. */
export class UnitListQuery extends PageQuery {
  @IsOneOf(UNIT_KINDS, { optional: true })
  readonly kind?: UnitKind;

  @IsOneOf(UNIT_LEVELS, { optional: true })
  readonly level?: UnitLevel;

  @IsUuid({ optional: true, description: 'Directly below this unit.' })
  readonly parentId?: string;

  @BoundedText({ max: 100, optional: true, description: 'Anywhere in the name; accents do not matter.' })
  readonly search?: string;
}
