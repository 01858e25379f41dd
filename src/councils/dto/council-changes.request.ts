import type { LocalDate } from '../../../workflows/kernel';
import { BoundedText, IsLocalDate, IsUuid } from '../../platform/http/validators';

/** Input of `council.rotateSeat`: the seat of a member goes to somebody else. */
export class RotateSeatRequest {
  @IsUuid({ description: 'The membership that ends the day before.' })
  readonly memberId: string;

  @IsUuid({ description: 'Who takes the seat.' })
  readonly personId: string;

  @IsLocalDate({ description: 'The first day in the seat.', example: '2025-01-01' })
  readonly on: LocalDate;
}

/** Input of `council.nameDelegate`. */
export class NameCouncilDelegateRequest {
  @IsUuid({ description: 'The membership that is represented.' })
  readonly memberId: string;

  @IsUuid({ description: 'Who sits for the member.' })
  readonly personId: string;

  @IsLocalDate({ example: '2024-12-01' })
  readonly validFrom: LocalDate;

  @IsLocalDate({ optional: true, description: 'Last day, included; absent while it lasts.' })
  readonly validTo?: LocalDate;

  @BoundedText({ max: 200, description: 'Number and symbol of the paper of the delegation.', example: '03/GUQ-HĐTĐKT' })
  readonly paper: string;
}

/** Input of `council.endDelegation`. */
export class EndCouncilDelegationRequest {
  @IsUuid()
  readonly delegationId: string;

  @IsLocalDate({ description: 'Last day, included.', example: '2024-12-31' })
  readonly validTo: LocalDate;
}

/** Input of `council.dissolve`. */
export class DissolveCouncilRequest {
  @IsLocalDate({ description: 'The first day on which the council is no more.', example: '2025-07-01' })
  readonly on: LocalDate;
}
