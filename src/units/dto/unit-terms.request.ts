import type { LocalDate } from '../../../workflows/kernel';
import { BoundedText, IsLocalDate, IsUuid } from '../../platform/http/validators';

/** Input of `unit.coManage`. */
export class CoManageUnitRequest {
  @IsUuid({ description: 'The unit that manages this one too, by its branch: whoever has a seat there may read it.' })
  readonly managerId: string;

  @IsLocalDate({ example: '2024-01-01' })
  readonly validFrom: LocalDate;

  @IsLocalDate({ optional: true, description: 'Last day, included; absent while it lasts.' })
  readonly validTo?: LocalDate;
}

/** Input of `unit.endCoManagement`. */
export class EndCoManagementRequest {
  @IsUuid()
  readonly coManagementId: string;

  @IsLocalDate({ description: 'Last day, included.', example: '2024-12-31' })
  readonly validTo: LocalDate;
}

/** Input of `unit.nameDelegate`. */
export class NameUnitDelegateRequest {
  @IsUuid({ description: 'Who may sign for the head of the unit.' })
  readonly personId: string;

  @IsLocalDate({ example: '2024-01-01' })
  readonly validFrom: LocalDate;

  @IsLocalDate({ optional: true, description: 'Last day, included; absent while it lasts.' })
  readonly validTo?: LocalDate;

  @BoundedText({ max: 200, description: 'Number and symbol of the paper of the delegation.', example: '07/GUQ-UBND' })
  readonly paper: string;
}

/** Input of `unit.endDelegation`. */
export class EndUnitDelegationRequest {
  @IsUuid()
  readonly delegationId: string;

  @IsLocalDate({ description: 'Last day, included.', example: '2024-12-31' })
  readonly validTo: LocalDate;
}
