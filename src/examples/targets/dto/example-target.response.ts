import { ApiProperty } from '@nestjs/swagger';
import {
  EXAMPLE_FIELDS,
  EXAMPLE_KINDS,
  TARGET_STAGES,
  type ExampleField,
  type ExampleKind,
  type TargetStage,
} from '../../../../workflows/example';
import type { MeasureStatus } from '../../../../workflows/indicator';
import { TARGET_DIRECTIONS, type TargetDirection } from '../example-target';

/** A target with how many examples there are today. */
export class ExampleTargetResponse {
  @ApiProperty({ format: 'uuid' })
  readonly id: string;

  @ApiProperty()
  readonly name: string;

  @ApiProperty({ format: 'uuid' })
  readonly unitId: string;

  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  readonly campaignId: string | null;

  @ApiProperty({ enum: EXAMPLE_KINDS, isArray: true })
  readonly kinds: readonly ExampleKind[];

  @ApiProperty({ enum: EXAMPLE_FIELDS, nullable: true })
  readonly field: ExampleField | null;

  @ApiProperty({ type: 'integer', nullable: true })
  readonly year: number | null;

  @ApiProperty({ enum: TARGET_STAGES })
  readonly stage: TargetStage;

  @ApiProperty({ enum: TARGET_DIRECTIONS })
  readonly direction: TargetDirection;

  @ApiProperty({ type: 'integer' })
  readonly value: number;

  @ApiProperty({ type: 'integer', description: 'How many there are today.' })
  readonly count: number;

  @ApiProperty({ enum: ['exceeded', 'reached', 'missed'] })
  readonly status: MeasureStatus;

  @ApiProperty({ type: 'integer' })
  readonly version: number;
}
