import { ApiProperty, ApiSchema } from '@nestjs/swagger';
import type { Label } from '../../../../workflows/kernel';
import { LabelResponse } from '../problems/problem';

/** The answer to an accepted command. */
@ApiSchema({ name: 'CommandAnswer' })
export class CommandResponse {
  @ApiProperty({ format: 'uuid' })
  readonly id: string;

  @ApiProperty({ type: 'integer', example: 3, description: 'The version now; send it in If-Match.' })
  readonly version: number;

  @ApiProperty({ example: 'underway' })
  readonly state: string;

  @ApiProperty({ type: () => LabelResponse })
  readonly stateLabel: Label;
}
