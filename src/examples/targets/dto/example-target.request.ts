import {
  EXAMPLE_FIELDS,
  EXAMPLE_KINDS,
  TARGET_STAGES,
  type ExampleField,
  type ExampleKind,
  type TargetStage,
} from '../../../../workflows/example';
import { FIRST_YEAR, LAST_YEAR } from '../../../../workflows/kernel';
import { PageQuery } from '../../../platform/http/pages/page-query.request';
import {
  BoundedArray,
  BoundedText,
  digitsRule,
  field,
  IsOneOf,
  IsUuid,
  IsWholeNumber,
  oneOfRule,
} from '../../../platform/http/validators';
import { TARGET_DIRECTIONS, type TargetDirection } from '../example-target';

/** Sets how many examples a unit and those below it are to find. */
export class SetTargetRequest {
  @BoundedText({ max: 300, description: 'As the plan says it', example: 'Ít nhất 60 mô hình' })
  readonly name: string;

  @IsUuid({ description: 'The unit that is to reach it, with all units below it' })
  readonly unitId: string;

  @IsUuid({ optional: true, description: 'Counts those of this campaign alone' })
  readonly campaignId?: string;

  @BoundedArray(oneOfRule(EXAMPLE_KINDS), {
    ...{ min: 1, max: EXAMPLE_KINDS.length, unique: true },
    description: 'The kinds that count',
    example: ['model'],
  })
  readonly kinds: readonly ExampleKind[];

  @IsOneOf(EXAMPLE_FIELDS, { optional: true, description: 'Counts those of this field alone' })
  readonly field?: ExampleField;

  @IsWholeNumber(FIRST_YEAR, LAST_YEAR, { optional: true, description: 'Counts those found in this year alone' })
  readonly year?: number;

  @IsOneOf(TARGET_STAGES, { description: 'How far they must have come to count', example: 'accepted' })
  readonly stage: TargetStage;

  @IsOneOf(TARGET_DIRECTIONS, { example: 'atLeast' })
  readonly direction: TargetDirection;

  @IsWholeNumber(1, 100_000, { example: 60 })
  readonly value: number;
}

/** Narrows the list of targets. */
export class TargetListQuery extends PageQuery {
  @IsUuid({ optional: true })
  readonly unitId?: string;

  @IsUuid({ optional: true })
  readonly campaignId?: string;

  @field(digitsRule(FIRST_YEAR, LAST_YEAR), { optional: true })
  readonly year?: number;
}
