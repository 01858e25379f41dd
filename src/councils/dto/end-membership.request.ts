import type { LocalDate } from '../../../workflows/kernel';
import { IsLocalDate, IsUuid } from '../../platform/http/validators/fields.decorator';

/** Input of `council.endMembership`. */
export class EndMembershipRequest {
  @IsUuid()
  readonly memberId: string;

  @IsLocalDate({ description: 'Last day, included.', example: '2024-12-31' })
  readonly validTo: LocalDate;
}
