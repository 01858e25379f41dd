import { MAX_CASES, SIGNING_CAPACITIES, type SigningCapacity } from '../../../../workflows/decision';
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

/** Fields of the paper that can hold a slip of the pen. */
const FIELDS = ['subject', 'achievement', 'unit', 'other'];

/** Most cases that one command takes back. */
const MAX_REVOKED = 500;

/** The whole list; an id that is left out is no longer on it. */
export class ReviseDecisionRequest {
  @BoundedArray(uuidRule, { min: 1, max: MAX_CASES, unique: true })
  readonly caseIds: readonly string[];
}

/** Cases to add to the list or to take off it. */
export class DecisionCasesRequest {
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
  @IsOneOf(SIGNING_CAPACITIES, { description: 'Printed as: nothing, TM., KT., TL., TUQ.', example: 'self' })
  readonly capacity: SigningCapacity;

  @BoundedText({ max: 200, description: 'The signer’s post, never a name', example: 'Chủ tịch' })
  readonly title: string;

  @BoundedText({
    max: 200,
    optional: true,
    description: 'The post or body that is signed for; needed unless the head signs',
    example: 'Chủ tịch',
  })
  readonly principal?: string;

  @IsLocalDate({ optional: true, description: 'The day on a paper that was signed by hand; today when left out' })
  readonly signedOn?: LocalDate;
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

/** Takes back the awards of some cases; the reason is for the record. */
export class RevokeCasesRequest extends ReasonRequest {
  @BoundedArray(uuidRule, { min: 1, max: MAX_REVOKED, unique: true })
  readonly caseIds: readonly string[];
}

/** Corrects a slip of the pen by a paper of its own. The register of people stays as it is. */
export class CorrectDecisionRequest extends ReasonRequest {
  @IsUuid()
  readonly caseId: string;

  @IsOneOf(FIELDS, { description: '`subject` changes the printed name', example: 'subject' })
  readonly field: string;

  @BoundedText({ max: 300, description: 'What it should read; kept apart from the events', example: 'Thành viên 01' })
  readonly shouldRead: string;

  @field(numberRule, { description: 'Of the paper that corrects' })
  readonly number: string;

  @BoundedText({ max: 60, example: 'QĐ-UBND' })
  readonly symbol: string;

  @IsLocalDate()
  readonly correctedOn: LocalDate;
}
