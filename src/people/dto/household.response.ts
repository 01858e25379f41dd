import { ApiProperty } from '@nestjs/swagger';

/** One household. */
export class HouseholdResponse {
  @ApiProperty({ format: 'uuid' })
  readonly id: string;

  @ApiProperty({ description: 'Name of the head; empty once the data was erased.' })
  readonly headName: string;

  @ApiProperty({ description: 'Empty when it is not known, and once the data was erased.' })
  readonly address: string;

  @ApiProperty({ format: 'uuid' })
  readonly unitId: string;

  @ApiProperty()
  readonly isErased: boolean;

  @ApiProperty({ type: 'integer', description: 'Number of changes so far.' })
  readonly version: number;
}
