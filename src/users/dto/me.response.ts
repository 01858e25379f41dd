import { ApiProperty, PickType } from '@nestjs/swagger';
import { PERMISSIONS, type Permission } from '../../platform/auth/permission';
import { UserResponse, UserSeat } from './user.response';

/** A seat that the signed-in user holds today. */
export class OwnSeat extends PickType(UserSeat, ['role', 'unitId', 'councilId']) {}

/** The signed-in user, as they may see themselves. */
export class MeResponse extends PickType(UserResponse, ['id', 'login', 'personId', 'unitId', 'language']) {
  @ApiProperty({ type: [OwnSeat], description: 'Of today.' })
  readonly seats: readonly OwnSeat[];

  @ApiProperty({
    enum: PERMISSIONS,
    isArray: true,
    description: 'Held at one of the seats at least; which rows they cover is asked at each of them.',
  })
  readonly permissions: readonly Permission[];
}
