import type { LocalDate } from '../../../workflows/kernel';
import { BoundedText, IsLocalDate, IsOneOf, IsUuid, IsYesNo } from '../../platform/http/validators/fields.decorator';
import { UNIT_KINDS, UNIT_LEVELS, type UnitKind, type UnitLevel } from '../unit';

/** Input of `unit.add`. */
export class AddUnitRequest {
  @BoundedText({ max: 50, description: 'Unique among all units.', example: 'P-AN-BIEN' })
  readonly code: string;

  @BoundedText({ max: 300, example: 'Phường An Biên' })
  readonly name: string;

  @IsOneOf(UNIT_KINDS, { example: 'ward' })
  readonly kind: UnitKind;

  @IsOneOf(UNIT_LEVELS, { example: 'commune' })
  readonly level: UnitLevel;

  @IsUuid({ optional: true, description: 'The unit above; absent for the root of a tree, which only the system adds.' })
  readonly parentId?: string;

  @IsYesNo({ optional: true, description: 'Outside the authority of the tree, or managed together with another one.' })
  readonly isOutside?: boolean;

  @IsLocalDate({ example: '2021-01-01' })
  readonly validFrom: LocalDate;

  @IsLocalDate({ optional: true, description: 'Last day, included; absent while the unit exists.' })
  readonly validTo?: LocalDate;
}
