import type { LocalDate } from '../../../workflows/kernel';
import { BoundedText, IsUuid, IsWholeNumber } from '../../platform/http/validators';
import { IsDueDay } from './due-day.decorator';

/** A theme and who set it: the city's theme and the district's theme are two. */
export class ThemeRequest {
  @BoundedText({ max: 1000, example: 'Kỷ cương, trách nhiệm, hành động' })
  readonly text: string;

  @BoundedText({ max: 300, description: 'Who set it, as the plan names them', example: 'Thành phố' })
  readonly setBy: string;

  @IsUuid({ optional: true, description: 'The same as a unit, where it is one of ours' })
  readonly setByUnitId?: string;
}

/** The office through which one of the issuers acts. */
export class IssuerOfficeRequest {
  @IsUuid({ description: 'One of the issuers' })
  readonly issuerId: string;

  @BoundedText({ max: 300, example: 'Ban Tổ chức' })
  readonly name: string;

  @IsUuid({ optional: true })
  readonly unitId?: string;
}

/** A group of what the campaign is about; indicators may belong to one. */
export class ContentGroupRequest {
  @BoundedText({ max: 60, example: 'II.1' })
  readonly code: string;

  @BoundedText({ max: 500 })
  readonly name: string;

  @BoundedText({ max: 4000, multiline: true, optional: true })
  readonly text?: string;
}

/** Who takes part without being named: "14 wards", "schools". */
export class ParticipantClassRequest {
  @BoundedText({ max: 300, example: 'Các phường' })
  readonly name: string;

  @IsWholeNumber(1, 1_000_000, {
    optional: true,
    description: 'How many they are, where the plan says so',
    example: 14,
  })
  readonly count?: number;
}

/** Who does what until when. */
export class DutyRequest {
  @BoundedText({ max: 300, description: 'Who, as the plan names them', example: 'Ban Tuyên giáo' })
  readonly name: string;

  @IsUuid({ optional: true, description: 'The same as a unit; left out for a body outside, such as a Party board' })
  readonly unitId?: string;

  @BoundedText({ max: 4000, multiline: true })
  readonly text: string;

  @IsDueDay({ optional: true, description: 'A day, or a month, which means its last day' })
  readonly dueOn?: LocalDate;
}

/** Who gets the plan. */
export class RecipientRequest {
  @BoundedText({ max: 300, example: 'Lưu: VT' })
  readonly name: string;

  @IsWholeNumber(1, 10_000, { example: 1 })
  readonly copies: number;
}
