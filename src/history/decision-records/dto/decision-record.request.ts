import type { Dong, LocalDate } from '../../../../workflows/kernel';
import { AWARD_KINDS, FAMILIES } from '../../../../workflows/history';
import {
  BoundedArray,
  BoundedText,
  IsDongText,
  IsLocalDate,
  IsOneOf,
  uuidRule,
} from '../../../platform/http/validators';
import { ReasonRequest } from '../../../platform/validation/reason.request';
import { SubjectRequest } from '../../dto/subject.request';

/** Most awards that are entered or withdrawn with one command. */
export const AWARDS_MAX = 500;

/** What one subject got by the decision: a tier of the rulebooks by its code, or any other by its name, family and kind. */
export class RecordedAwardRequest extends SubjectRequest {
  @BoundedText({ max: 40, optional: true, description: 'Code of a tier of the rulebooks', example: 'CSTDCS' })
  readonly tier?: string;

  @BoundedText({ max: 200, optional: true, description: 'Name of a tier that the rulebooks do not have' })
  readonly tierName?: string;

  @IsOneOf(FAMILIES, { optional: true, description: 'With the name of a tier only' })
  readonly family?: 'state' | 'party';

  @IsOneOf(AWARD_KINDS, { optional: true, description: 'With the name of a tier only' })
  readonly kind?: 'title' | 'form';

  @IsLocalDate({
    optional: true,
    description: 'Achievement period as the decision writes it; left out when it does not',
  })
  readonly achievedFrom?: LocalDate;

  @IsLocalDate({ optional: true, description: 'Last day of the achievement period, included' })
  readonly achievedTo?: LocalDate;

  @IsDongText({ optional: true })
  readonly amount?: Dong;
}

/** Adds awards of a decision that was entered. */
export class AddAwardsRequest {
  @BoundedArray(() => RecordedAwardRequest, { min: 1, max: AWARDS_MAX })
  readonly awards: readonly RecordedAwardRequest[];
}

/** Enters a decision that was made elsewhere or before this system. */
export class EnterDecisionRequest extends AddAwardsRequest {
  @BoundedText({ max: 60, example: '1234' })
  readonly number: string;

  @BoundedText({ max: 60, example: 'QĐ-UBND' })
  readonly symbol: string;

  @BoundedText({ max: 200, description: 'The authority, never a person', example: 'UBND thành phố' })
  readonly issuer: string;

  @IsLocalDate({ example: '2022-12-20' })
  readonly issuedOn: LocalDate;
}

/** Withdraws awards that were entered by mistake. */
export class WithdrawAwardsRequest extends ReasonRequest {
  @BoundedArray(uuidRule, {
    min: 1,
    max: AWARDS_MAX,
    unique: true,
    description: 'Ids of award records of this decision',
  })
  readonly awardRecordIds: readonly string[];
}
