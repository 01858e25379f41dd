import type { Finding } from '../../../../workflows/award';
import type { Dong, LocalDate } from '../../../../workflows/kernel';
import {
  BoundedArray,
  BoundedText,
  IsDongText,
  IsLocalDate,
  IsOneOf,
  IsUuid,
  IsWholeNumber,
  IsYesNo,
} from '../../../platform/http/validators';

const FINDINGS: readonly Finding[] = ['met', 'notMet', 'notProven'];

/** Most members of any council, and so the most votes on an item. */
const MOST_VOTES = 10_000;

/** Names the officer who appraises. */
export class AssignCaseRequest {
  @IsUuid()
  readonly officerId: string;
}

/** What the officer found of one condition of the standard. */
export class ConditionFindingRequest {
  @BoundedText({
    max: 200,
    description: 'Name of the condition, as the rules answer it, never a person',
    example: 'Sáng kiến được công nhận',
  })
  readonly condition: string;

  @IsOneOf(FINDINGS)
  readonly finding: Finding;

  @BoundedText({ max: 1000, multiline: true, optional: true, description: 'Kept apart from the events' })
  readonly note?: string;
}

/** What the officer found. */
export class AppraiseCaseRequest {
  @IsOneOf(FINDINGS)
  readonly finding: Finding;

  @IsYesNo({ description: 'Whether the case goes on' })
  readonly eligible: boolean;

  @BoundedArray(() => ConditionFindingRequest, {
    ...{ min: 1, max: 50, optional: true },
    description: 'Condition by condition; the finding is then the worst of them',
  })
  readonly conditions?: readonly ConditionFindingRequest[];

  @IsLocalDate({
    optional: true,
    description:
      'From this day on the registers hold everything about the subject, as you know: then what they do not hold did not ' +
      'happen. When left out, what they do not hold is not proven.',
  })
  readonly completeFrom?: LocalDate;
}

/** The review round and the item that judge the case. */
export class ReviewPlaceRequest {
  @IsUuid()
  readonly reviewId: string;

  @IsUuid()
  readonly itemId: string;
}

/** The vote of the council on the case. */
export class ReviewResultRequest extends ReviewPlaceRequest {
  @IsWholeNumber(0, MOST_VOTES)
  readonly votesFor: number;

  @IsWholeNumber(0, MOST_VOTES, { description: 'Of how many: the base of the pass rule' })
  readonly base: number;

  @IsWholeNumber(0, MOST_VOTES)
  readonly needed: number;
}

/** The decision that gives the award. */
export class DecideCaseRequest {
  @IsUuid()
  readonly decisionId: string;

  @IsLocalDate()
  readonly decidedOn: LocalDate;

  @IsDongText({ nullable: true, description: 'Prize money; null where no rule is known' })
  readonly amount: Dong | null;
}

/** The answer of the higher level, from its paper. */
export class AnswerAboveRequest {
  @BoundedText({ max: 200, description: 'The authority, never a person', example: 'Chủ tịch UBND thành phố' })
  readonly issuer: string;

  @BoundedText({ max: 60, example: '125/QĐ-UBND' })
  readonly number: string;

  @IsLocalDate()
  readonly date: LocalDate;

  @BoundedText({ max: 200, optional: true, description: 'Name of the signer; kept apart from the events' })
  readonly signer?: string;
}

/** The grant of the higher level. */
export class GrantAboveRequest extends AnswerAboveRequest {
  @IsDongText({ optional: true, nullable: true, description: 'Prize money' })
  readonly amount?: Dong | null;
}

/** A lower tier. */
export class RetierCaseRequest {
  @BoundedText({ max: 32, description: 'Code of the title or form in the rulebook', example: 'GK' })
  readonly tier: string;
}

/** The day on which the award was handed over. */
export class PresentCaseRequest {
  @IsLocalDate()
  readonly presentedOn: LocalDate;
}

/** The day on which the money was paid. */
export class PayCaseRequest {
  @IsLocalDate()
  readonly paidOn: LocalDate;
}
