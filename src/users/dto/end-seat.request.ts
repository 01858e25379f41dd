import type { LocalDate } from '../../../workflows/kernel';
import { IsLocalDate, IsUuid } from '../../platform/http/validators';

/** Input of `user.endSeat`. */
export class EndSeatRequest {
  @IsUuid()
  readonly seatId: string;

  @IsLocalDate({ description: 'Last day, included.', example: '2024-12-31' })
  readonly validTo: LocalDate;
}
