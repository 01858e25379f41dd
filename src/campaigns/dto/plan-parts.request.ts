import type { Decimal, FractionText, LocalDate } from '../../../workflows/kernel';
import type { MeasureChange, MeasureDirection, MeasureScope } from '../../../workflows/indicator';
import {
  BoundedArray,
  BoundedText,
  IsDecimalText,
  IsLocalDate,
  IsOneOf,
  IsUuid,
  IsWholeNumber,
  IsYesNo,
} from '../../platform/http/validators';

const DIRECTIONS: readonly MeasureDirection[] = [
  'atLeast',
  'moreThan',
  'atMost',
  'lessThan',
  'exactly',
  'maintain',
  'riseBy',
  'fallBy',
  'range',
  'kOfN',
  'rank',
];

const CHANGES: readonly MeasureChange[] = ['percent', 'points', 'share'];

/** What one authority asks of a measure. */
export class MeasurePlanRequest {
  @BoundedText({ max: 200, example: 'Kế hoạch thành phố' })
  readonly name: string;

  @BoundedText({ max: 32, description: 'A decimal, or an exact share like 1/3', example: '453.4' })
  readonly value: Decimal | FractionText;

  @IsDecimalText({ optional: true, nullable: true, description: 'Upper end of a range' })
  readonly upTo?: Decimal | null;
}

/** One measure of an indicator. Where a plan prints no direction, its secretary must choose one: there is no default. */
export class MeasureRequest {
  @BoundedText({ max: 60, example: '20.2' })
  readonly code: string;

  @BoundedText({ max: 500 })
  readonly name: string;

  @IsYesNo({ description: 'Whether a pledge must give a value for it' })
  readonly isMandatory: boolean;

  @BoundedText({ max: 60, example: 'tỷ đồng' })
  readonly unit: string;

  @IsOneOf(DIRECTIONS)
  readonly direction: MeasureDirection;

  @BoundedArray(() => MeasurePlanRequest, { min: 1, max: 10 })
  readonly plans: readonly MeasurePlanRequest[];

  @IsDecimalText({ optional: true, nullable: true })
  readonly baseline?: Decimal | null;

  @IsOneOf(CHANGES, { optional: true, nullable: true })
  readonly change?: MeasureChange | null;

  @IsWholeNumber(1, 1_000_000, { optional: true, nullable: true })
  readonly outOf?: number | null;

  @IsLocalDate({ optional: true, description: 'The day whose values count, where it is not the last day' })
  readonly asOf?: LocalDate;

  @IsDecimalText({ optional: true, description: 'How much it counts among the measures', example: '5' })
  readonly weight?: Decimal;

  @IsOneOf(['unit', 'sum'], {
    optional: true,
    description: 'Whether each unit has to reach the plan, or the sum over the units; each unit when left out',
  })
  readonly over?: MeasureScope;
}

/** An indicator with its measures. */
export class IndicatorRequest {
  @BoundedText({ max: 60, example: '20' })
  readonly code: string;

  @BoundedText({ max: 500 })
  readonly name: string;

  @BoundedText({ max: 60, optional: true, description: 'The group of contents that it belongs to', example: 'II.1' })
  readonly groupCode?: string;

  @BoundedArray(() => MeasureRequest, { min: 1, max: 50 })
  readonly measures: readonly MeasureRequest[];
}

/** A dated part of the campaign; both days are included. */
export class RoundRequest {
  @BoundedText({ max: 200 })
  readonly name: string;

  @IsLocalDate()
  readonly startsOn: LocalDate;

  @IsLocalDate()
  readonly endsOn: LocalDate;
}

/** The value of a measure that a unit was assigned. */
export class AllocationRequest {
  @BoundedText({ max: 60 })
  readonly measureCode: string;

  @IsUuid()
  readonly unitId: string;

  @IsDecimalText()
  readonly value: Decimal;
}
