import type { LocalDate } from '../../../../workflows/kernel';
import { DISCIPLINE_FORMS, type DisciplineForm } from '../../../../workflows/history';
import { BoundedText, IsLocalDate, IsOneOf, IsUuid, Nested } from '../../../platform/http/validators';
import { ReasonRequest } from '../../../platform/validation/reason.request';
import { ProofRequest } from '../../dto/paper.request';
import { SubjectRequest } from '../../dto/subject.request';

/** Records a disciplinary measure. */
export class RecordDisciplineRequest extends SubjectRequest {
  @IsOneOf(DISCIPLINE_FORMS, { example: 'reprimand' })
  readonly form: DisciplineForm;

  @IsLocalDate({ description: 'First day of the disciplinary period' })
  readonly from: LocalDate;

  @IsLocalDate({ optional: true, description: 'Last day, included; left out while nobody knows' })
  readonly until?: LocalDate;

  @Nested(() => ProofRequest)
  readonly paper: ProofRequest;

  @BoundedText({ max: 2000, multiline: true, optional: true, description: 'What for; kept apart from the events' })
  readonly note?: string;

  @IsUuid({ optional: true, description: 'The report of something pending that it concluded' })
  readonly freezeId?: string;

  @IsUuid({ optional: true, description: 'The confirmed row of a list of violations that it follows from' })
  readonly violationRowId?: string;
}

/** Records that a disciplinary measure was lifted before its end. */
export class LiftDisciplineRequest extends ReasonRequest {
  @IsLocalDate({ description: 'First day on which it no longer holds' })
  readonly liftedOn: LocalDate;
}
