import type { LocalDate } from '../../../../workflows/kernel';
import { BoundedArray, BoundedText, IsLocalDate, IsUuid, uuidRule } from '../../../platform/http/validators';
import { NominateRequest } from '../../cases/dto/nominate.request';

/** Most names that are handed in together, and most cases that are assigned by name. */
export const MAX_LINES = 500;

/** Many names for one dossier; each becomes a case of its own or says why not. */
export class AddCasesRequest {
  @BoundedArray(() => NominateRequest, { min: 1, max: MAX_LINES })
  readonly lines: readonly NominateRequest[];
}

/** Names the officer who appraises the whole dossier, or these cases of it. */
export class AssignDossierRequest {
  @IsUuid()
  readonly officerId: string;

  @BoundedArray(uuidRule, { min: 1, max: MAX_LINES, unique: true, optional: true })
  readonly caseIds?: readonly string[];
}

/** Finds the papers complete: the clock of the appraisal starts. */
export class MarkCompleteRequest {
  @IsLocalDate({
    optional: true,
    description: 'Last day of the appraisal; when left out, by the term of the rulebook, if it has any',
  })
  readonly appraisalDueOn?: LocalDate;
}

/** Something that the dossier or one of its cases lacks. The text may name people: events hold only its commitment. */
export class NoteGapRequest {
  @IsUuid({ optional: true, description: 'The case that lacks it; left out for the whole dossier' })
  readonly caseId?: string;

  @BoundedText({ max: 1000, multiline: true, example: 'Thiếu giấy chứng nhận sáng kiến' })
  readonly text: string;
}

/** What was missing has been added. */
export class SettleGapRequest {
  @IsUuid()
  readonly gapId: string;
}
