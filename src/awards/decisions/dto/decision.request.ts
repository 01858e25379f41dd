import { MAX_CASES, type SigningCapacity } from '../../../../workflows/decision';
import { FIRST_YEAR, LAST_YEAR, type LocalDate } from '../../../../workflows/kernel';
import {
  BoundedArray,
  BoundedText,
  field,
  IsLocalDate,
  IsOneOf,
  IsUuid,
  IsWholeNumber,
  uuidRule,
  type FieldRule,
} from '../../../platform/http/validators';
import { ReasonRequest } from '../../../platform/validation/reason.request';

const CAPACITIES: readonly SigningCapacity[] = ['inPerson', 'forTheChair', 'onBehalf'];

/** Fields of the paper that can hold a slip of the pen. */
const FIELDS = ['subject', 'tier', 'achievement', 'unit', 'other'];

/** The whole list; an id that is left out is no longer on it. */
export class ReviseDecisionRequest {
  @BoundedArray(uuidRule, { min: 1, max: MAX_CASES, unique: true })
  readonly caseIds: readonly string[];
}

/** Drafts a decision of an authority over cases. */
export class DraftDecisionRequest extends ReviseDecisionRequest {
  @IsUuid({ description: 'The unit whose head decides' })
  readonly authorityUnitId: string;

  @IsUuid({ optional: true, nullable: true, description: 'Left out for awards outside campaigns' })
  readonly campaignId?: string | null;
}

/** Signs the paper; the signer is whoever sends this. */
export class SignDecisionRequest {
  @IsOneOf(CAPACITIES)
  readonly capacity: SigningCapacity;
}

const numberRule: FieldRule = {
  code: 'PAPER_NUMBER',
  message: {
    vi: 'Phải là số văn bản như 125 hoặc 125a, không có số 0 ở đầu.',
    en: 'Must be the number of a paper like 125 or 125a, without leading zeros.',
  },
  schema: { type: 'string', pattern: '^[1-9][0-9]{0,6}[a-z]?$', example: '125' },
  // One spelling per number: the ledger compares text.
  accepts: (value) => typeof value === 'string' && /^[1-9]\d{0,6}[a-z]?$/.test(value),
};

/** Gives the paper its number. */
export class NumberDecisionRequest {
  @field(numberRule)
  readonly number: string;

  @BoundedText({ max: 60, example: 'QĐ-UBND' })
  readonly symbol: string;

  @IsWholeNumber(FIRST_YEAR, LAST_YEAR)
  readonly year: number;
}

/** Issues the paper. */
export class IssueDecisionRequest {
  @IsLocalDate()
  readonly issuedOn: LocalDate;
}

/** Corrects a slip of the pen; the reason says what it should read. */
export class CorrectDecisionRequest extends ReasonRequest {
  @IsUuid()
  readonly caseId: string;

  @IsOneOf(FIELDS)
  readonly field: string;
}
