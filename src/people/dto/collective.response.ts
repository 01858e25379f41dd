import { ApiProperty } from '@nestjs/swagger';

/** One collective that is no unit. */
export class CollectiveResponse {
  @ApiProperty({ format: 'uuid' })
  readonly id: string;

  @ApiProperty({ example: 'Tổ dân phố số 3' })
  readonly name: string;

  @ApiProperty({ format: 'uuid' })
  readonly unitId: string;

  @ApiProperty({ type: 'integer', description: 'Number of changes so far.' })
  readonly version: number;
}
