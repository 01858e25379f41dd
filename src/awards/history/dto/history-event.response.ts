import { ApiProperty } from '@nestjs/swagger';
import { ROLES, type Role } from '../../../platform/auth/permission';
import type { Label } from '../../../../workflows/kernel';
import { LabelResponse } from '../../../platform/http/problems/problem';

/** One command that was accepted: who, when, from which seat, and why. */
export class HistoryEvent {
  @ApiProperty({ type: 'integer', description: 'Its number among all events of this thing' })
  readonly seq: number;

  @ApiProperty({ example: 'award.return' })
  readonly type: string;

  @ApiProperty({ type: () => LabelResponse })
  readonly label: Label;

  @ApiProperty({ format: 'date-time' })
  readonly at: string;

  @ApiProperty({
    type: String,
    nullable: true,
    description: 'Id of the user, or system; null for a user whose seat lies beyond those of the reader.',
  })
  readonly by: string | null;

  @ApiProperty({ enum: ROLES, isArray: true, description: 'The seats over this thing that the user held on that day' })
  readonly seats: readonly Role[];

  @ApiProperty({
    type: Object,
    additionalProperties: { type: 'string', nullable: true },
    description: 'The texts that came with it, for those who may read them; null once erased.',
    example: { reason: 'Thiếu biên bản' },
  })
  readonly texts: Readonly<Record<string, string | null>>;
}
