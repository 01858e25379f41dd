import type { LocalDate } from '../../../workflows/kernel';
import { BoundedArray, BoundedText, IsLocalDate, IsOneOf, IsUuid, Nested } from '../../platform/http/validators';
import { uuidRule } from '../../platform/http/validators/text-rules';
import { UNIT_KINDS, UNIT_LEVELS, type UnitKind, type UnitLevel } from '../unit';

/** Most units that are merged at once. */
const MOST_MERGED = 50;

/** A unit that a merger brings into being; it exists from the day of the merger. */
export class MergedUnitRequest {
  @BoundedText({ max: 50, description: 'Unique among all units.', example: 'P-AN-BIEN-2025' })
  readonly code: string;

  @BoundedText({ max: 300, example: 'Phường An Biên' })
  readonly name: string;

  @IsOneOf(UNIT_KINDS, { example: 'ward' })
  readonly kind: UnitKind;

  @IsOneOf(UNIT_LEVELS, { example: 'commune' })
  readonly level: UnitLevel;

  @IsUuid({ description: 'The unit above.' })
  readonly parentId: string;
}

/** Input of `unit.merge`: give either the unit that takes over or what the new one is to be. */
export class MergeUnitsRequest {
  @BoundedArray(uuidRule, { min: 1, max: MOST_MERGED, unique: true, description: 'The units that end.' })
  readonly unitIds: readonly string[];

  @IsUuid({ optional: true, description: 'The unit that takes over, when it exists.' })
  readonly successorId?: string;

  @Nested(() => MergedUnitRequest, { optional: true, description: 'The new unit that takes over.' })
  readonly newUnit?: MergedUnitRequest;

  @IsLocalDate({ description: 'The first day on which the units are no more.', example: '2025-07-01' })
  readonly on: LocalDate;

  @BoundedText({ max: 200, description: 'Number and symbol of the paper that says so.', example: '1669/NQ-UBTVQH15' })
  readonly document: string;
}

/** The units that are to be merged, and into what. */
export class MergePreviewRequest {
  @BoundedArray(uuidRule, { min: 1, max: MOST_MERGED, unique: true })
  readonly unitIds: readonly string[];

  @IsUuid({ optional: true, description: 'The unit that takes over, when it exists.' })
  readonly successorId?: string;

  @IsLocalDate({ optional: true, description: 'The first day on which the units are no more; today when absent.' })
  readonly on?: LocalDate;
}

/** Input of `unit.dissolve`: a unit ends without a successor. */
export class DissolveUnitRequest {
  @IsLocalDate({ description: 'The first day on which the unit is no more.', example: '2025-07-01' })
  readonly on: LocalDate;

  @BoundedText({ max: 200, description: 'Number and symbol of the paper that says so.', example: '12/QĐ-UBND' })
  readonly document: string;
}
