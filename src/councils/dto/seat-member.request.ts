import type { LocalDate } from '../../../workflows/kernel';
import { IsLocalDate, IsOneOf, IsUuid } from '../../platform/http/validators/fields.decorator';
import { COUNCIL_SEATS, type CouncilSeat } from '../council';

/** Input of `council.seatMember`. */
export class SeatMemberRequest {
  @IsUuid()
  readonly personId: string;

  @IsOneOf(COUNCIL_SEATS, { example: 'member' })
  readonly seat: CouncilSeat;

  @IsLocalDate({ example: '2024-01-01' })
  readonly validFrom: LocalDate;

  @IsLocalDate({ optional: true, description: 'Last day, included; absent while it lasts.' })
  readonly validTo?: LocalDate;
}
