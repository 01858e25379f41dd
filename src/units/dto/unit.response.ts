import { ApiProperty } from '@nestjs/swagger';
import { UNIT_KINDS, UNIT_LEVELS, type UnitKind, type UnitLevel } from '../unit';

/** One unit of the organisation tree. */
export class UnitResponse {
  @ApiProperty({ format: 'uuid' })
  readonly id: string;

  @ApiProperty({ example: 'P-AN-BIEN' })
  readonly code: string;

  @ApiProperty({ example: 'Phường An Biên' })
  readonly name: string;

  @ApiProperty({ enum: UNIT_KINDS })
  readonly kind: UnitKind;

  @ApiProperty({ enum: UNIT_LEVELS })
  readonly level: UnitLevel;

  @ApiProperty({ type: String, format: 'uuid', nullable: true, description: 'Null for the root of a tree.' })
  readonly parentId: string | null;

  @ApiProperty({ description: 'Outside the authority of the tree, or managed together with another one.' })
  readonly isOutside: boolean;

  @ApiProperty({ format: 'date' })
  readonly validFrom: string;

  @ApiProperty({ type: String, format: 'date', nullable: true, description: 'Last day, included.' })
  readonly validTo: string | null;

  @ApiProperty({ type: 'integer', description: 'Number of changes so far.' })
  readonly version: number;
}
