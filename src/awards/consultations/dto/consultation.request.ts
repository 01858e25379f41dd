import { CONSULTATION_KINDS, type ConsultationKind } from '../../../../workflows/award';
import type { LocalDate } from '../../../../workflows/kernel';
import { BoundedText, IsLocalDate, IsOneOf, IsUuid } from '../../../platform/http/validators';

/** How a body that was asked in writing answered. */
export const WRITTEN_ANSWERS = ['inFavour', 'against'] as const;

/** Asks for an opinion on one case or on one consolidated list. */
export class OpenConsultationRequest {
  @IsOneOf(CONSULTATION_KINDS)
  readonly kind: ConsultationKind;

  @IsUuid({ optional: true, description: 'The case; left out for a list' })
  readonly caseId?: string;

  @IsUuid({ optional: true, description: 'The consolidated list; left out for a case' })
  readonly consolidationId?: string;

  @BoundedText({ max: 200, description: 'The body that is asked, never a person', example: 'Đảng ủy phường' })
  readonly askedBody: string;

  @BoundedText({ max: 300, optional: true, description: 'Where the names are published', example: 'Trụ sở UBND' })
  readonly place?: string;

  @IsLocalDate({ description: 'First day' })
  readonly opensOn: LocalDate;

  @IsLocalDate({ optional: true, description: 'Last day; an agency that is silent to its end lets the case go on' })
  readonly dueOn?: LocalDate;
}

/** What somebody objected; the text is kept apart. */
export class RecordObjectionRequest {
  @BoundedText({ max: 4000, multiline: true, example: 'Kiến nghị xem lại thành tích đã nêu' })
  readonly text: string;

  @IsLocalDate()
  readonly receivedOn: LocalDate;
}

/** What the objection was answered; the text is kept apart. */
export class AnswerObjectionRequest {
  @IsUuid()
  readonly objectionId: string;

  @BoundedText({ max: 4000, multiline: true, example: 'Đã xác minh, thành tích đúng như báo cáo' })
  readonly answer: string;
}

/** The paper with which the body answered. */
export class RecordAnswerRequest {
  @IsOneOf(WRITTEN_ANSWERS)
  readonly answer: (typeof WRITTEN_ANSWERS)[number];

  @BoundedText({ max: 60, description: 'Number and symbol of the paper', example: '31-CV/ĐU' })
  readonly number: string;

  @IsLocalDate()
  readonly answeredOn: LocalDate;
}
