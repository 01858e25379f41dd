import type { LocalDate } from '../../../../workflows/kernel';
import {
  BoundedArray,
  BoundedText,
  field,
  IsLocalDate,
  IsOneOf,
  IsUuid,
  Nested,
  type FieldRule,
} from '../../../platform/http/validators';
import { ReasonRequest } from '../../../platform/validation/reason.request';
import { ProofRequest } from '../../dto/paper.request';
import { SubjectRequest } from '../../dto/subject.request';

/** Most rows of one list: an agency that sends more sends several. */
export const ROWS_MAX = 500;

/** What the office concludes from a confirmed row: nothing moves on until it is cleared up, or it is only written down. */
export const OUTCOMES = ['freeze', 'noted'] as const;

const nationalIdRule: FieldRule = {
  code: 'NATIONAL_ID',
  message: { vi: 'Phải là số căn cước gồm 12 chữ số.', en: 'Must be an identity number of 12 digits.' },
  schema: { type: 'string', pattern: String.raw`^\d{12}$`, example: '031180000123' },
  accepts: (value) => typeof value === 'string' && /^\d{12}$/.test(value),
};

/** Somebody on the list, as the agency wrote it. Kept apart from the events, and erased with the list. */
export class ListedViolation {
  @BoundedText({ max: 200, example: 'Nguyễn Văn Mẫu' })
  readonly name: string;

  @IsLocalDate({ optional: true, example: '1980-05-19' })
  readonly birthday?: LocalDate;

  @field(nationalIdRule, { optional: true, description: 'Number of the identity card; never shown.' })
  readonly nationalId?: string;

  @BoundedText({ max: 200, optional: true, description: 'The unit as the agency wrote it', example: 'UBND phường Một' })
  readonly unitText?: string;

  @BoundedText({ max: 500, description: 'What was violated', example: 'Vi phạm nồng độ cồn' })
  readonly what: string;
}

/** Takes in a list of violations. */
export class ReceiveListRequest {
  @IsUuid({ description: 'The unit that received it: its subjects and those below are looked through' })
  readonly unitId: string;

  @BoundedText({ max: 200, description: 'The agency, never a person', example: 'Công an phường' })
  readonly agency: string;

  @IsLocalDate({ description: 'First day of what it covers', example: '2024-01-01' })
  readonly periodFrom: LocalDate;

  @IsLocalDate({ description: 'Last day of what it covers, included', example: '2024-11-30' })
  readonly periodTo: LocalDate;

  @IsLocalDate({ example: '2024-12-10' })
  readonly receivedOn: LocalDate;

  @Nested(() => ProofRequest)
  readonly paper: ProofRequest;

  @BoundedArray(() => ListedViolation, { min: 1, max: ROWS_MAX })
  readonly rows: readonly ListedViolation[];
}

/** Confirms whom a row is about. */
export class ConfirmRowRequest extends SubjectRequest {
  @IsUuid()
  readonly rowId: string;

  @IsOneOf(OUTCOMES, { example: 'freeze' })
  readonly outcome: (typeof OUTCOMES)[number];

  @IsLocalDate({ optional: true, description: 'First day of the freeze; today when left out' })
  readonly freezeFrom?: LocalDate;
}

/** Concludes that a row is about nobody in the registers. */
export class DismissRowRequest extends ReasonRequest {
  @IsUuid()
  readonly rowId: string;
}
