import type { LocalDate } from '../../../workflows/kernel';
import { ROLES, type Role } from '../../platform/auth/permission';
import { IsLocalDate, IsOneOf, IsUuid } from '../../platform/http/validators';

/** Input of `user.giveSeat`. */
export class GiveSeatRequest {
  @IsOneOf(ROLES, { example: 'unitOfficer' })
  readonly role: Role;

  @IsUuid({ description: 'The seat covers this unit and everything below it.' })
  readonly unitId: string;

  @IsUuid({ optional: true, description: 'The council: needed for `councilChair` and `councilMember`.' })
  readonly councilId?: string;

  @IsLocalDate({ example: '2024-01-01' })
  readonly validFrom: LocalDate;

  @IsLocalDate({ optional: true, description: 'Last day, included; absent while it lasts.' })
  readonly validTo?: LocalDate;
}
