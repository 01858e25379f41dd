import { ApiProperty } from '@nestjs/swagger';
import { ROLES, type Role } from '../../platform/auth/permission';
import { LANGUAGES, type Language } from '../user';

/** One user in a list. */
export class UserSummary {
  @ApiProperty({ format: 'uuid' })
  readonly id: string;

  @ApiProperty({ example: 'vanthu.lechan' })
  readonly login: string;

  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  readonly personId: string | null;

  @ApiProperty({ type: String, format: 'uuid', nullable: true, description: 'The unit that keeps the account.' })
  readonly unitId: string | null;

  @ApiProperty({ enum: LANGUAGES })
  readonly language: Language;

  @ApiProperty()
  readonly isDisabled: boolean;

  @ApiProperty({ type: 'integer', description: 'Number of changes so far.' })
  readonly version: number;
}

/** A seat, of today or of another time. */
export class UserSeat {
  @ApiProperty({ format: 'uuid' })
  readonly id: string;

  @ApiProperty({ enum: ROLES })
  readonly role: Role;

  @ApiProperty({ format: 'uuid' })
  readonly unitId: string;

  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  readonly councilId: string | null;

  @ApiProperty({ format: 'date' })
  readonly validFrom: string;

  @ApiProperty({ type: String, format: 'date', nullable: true, description: 'Last day, included.' })
  readonly validTo: string | null;
}

/** A token without anything that could be used as one. */
export class UserToken {
  @ApiProperty({ format: 'uuid' })
  readonly id: string;

  @ApiProperty({ format: 'date-time' })
  readonly createdAt: string;

  @ApiProperty({
    type: String,
    format: 'date-time',
    nullable: true,
    description: 'No longer taken from this moment on.',
  })
  readonly expiresAt: string | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  readonly revokedAt: string | null;
}

/** One user with seats and tokens of every time. */
export class UserResponse extends UserSummary {
  @ApiProperty({ type: String, nullable: true })
  readonly email: string | null;

  @ApiProperty({ type: [UserSeat] })
  readonly seats: readonly UserSeat[];

  @ApiProperty({ type: [UserToken] })
  readonly tokens: readonly UserToken[];
}
