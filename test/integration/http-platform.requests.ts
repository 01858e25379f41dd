import type { Decimal, Dong, LocalDate } from '../../workflows/kernel';
import { PageQuery } from '../../src/platform/http/pages/page-query.request';
import {
  BoundedArray,
  BoundedText,
  IsDecimalText,
  IsDongText,
  IsLocalDate,
  IsOneOf,
  IsUuid,
  IsWholeNumber,
  IsYesNo,
  Nested,
  uuidRule,
} from '../../src/platform/http/validators';

/** A filter beside the page. */
export class CampaignQuery extends PageQuery {
  @IsOneOf(['regular', 'thematic'], { optional: true })
  readonly kind?: string;
}

/** A dated part of the plan. */
export class RoundRequest {
  @BoundedText({ max: 60, example: 'Đợt 1' })
  readonly name: string;

  @IsLocalDate()
  readonly startsOn: LocalDate;
}

/** Who signs. */
export class SignerRequest {
  @BoundedText({ max: 100, example: 'Chủ tịch Hội đồng' })
  readonly title: string;

  @IsUuid({ nullable: true })
  readonly personId: string | null;
}

/** One field of each kind. */
export class PlanRequest {
  @BoundedText({ max: 20, example: 'Lê Chân 2024' })
  readonly name: string;

  @BoundedText({ max: 500, multiline: true, optional: true })
  readonly note?: string;

  @IsLocalDate()
  readonly startsOn: LocalDate;

  @IsLocalDate({ nullable: true })
  readonly endsOn: LocalDate | null;

  @IsDecimalText()
  readonly target: Decimal;

  @IsDongText({ optional: true })
  readonly money?: Dong;

  @IsOneOf(['regular', 'thematic'])
  readonly kind: string;

  @IsWholeNumber(1, 5)
  readonly rounds: number;

  @IsYesNo()
  readonly isJoint: boolean;

  @BoundedArray(uuidRule, { min: 1, max: 3, unique: true })
  readonly issuerIds: readonly string[];

  @BoundedArray(() => RoundRequest, { max: 5 })
  readonly parts: readonly RoundRequest[];

  @Nested(() => SignerRequest, { nullable: true, description: 'Null until it is signed.' })
  readonly signer: SignerRequest | null;
}

/** Why. */
export class ReasonedRequest {
  @BoundedText({ max: 200, multiline: true, min: 0, example: 'Kế hoạch được thay thế' })
  readonly reason: string;
}

/** Until when registration is open. */
export class WindowRequest {
  @IsLocalDate({ nullable: true })
  readonly closesOn: LocalDate | null;
}
