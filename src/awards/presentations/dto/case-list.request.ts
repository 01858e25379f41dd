import type { LocalDate } from '../../../../workflows/kernel';
import { PageQuery } from '../../../platform/http/pages/page-query.request';
import { BoundedArray, BoundedText, IsLocalDate, IsUuid, uuidRule } from '../../../platform/http/validators';

/** As many as one decision holds. */
const MAX_CASES = 5_000;

/** Plans a ceremony at which awards are handed over. */
export class PlanCeremonyRequest {
  @IsUuid({ description: 'The authority whose awards are handed over' })
  readonly unitId: string;

  @IsLocalDate()
  readonly heldOn: LocalDate;

  @BoundedText({ max: 300, example: 'Hội trường UBND quận' })
  readonly place: string;

  @BoundedText({ max: 300, description: 'Who presents; kept apart from the events', example: 'Chủ tịch UBND quận' })
  readonly presenter: string;
}

/** Plans a payment of prize money. */
export class PlanPaymentRequest {
  @IsUuid({ description: 'The authority whose fund pays' })
  readonly unitId: string;

  @IsLocalDate()
  readonly paidOn: LocalDate;

  @BoundedText({ max: 100, description: 'Number of the voucher or list', example: '15/DS-TT' })
  readonly paper: string;
}

/** The whole list; a case that is left out is no longer on it. */
export class ListCasesRequest {
  @BoundedArray(uuidRule, { min: 1, max: MAX_CASES, unique: true })
  readonly caseIds: readonly string[];
}

/** Narrows the ceremonies or the payment lists. */
export class CaseListQuery extends PageQuery {
  @IsUuid({ optional: true })
  readonly unitId?: string;
}
