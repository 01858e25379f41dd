import { ApiSchema } from '@nestjs/swagger';
import type { LocalDate } from '../../../workflows/kernel';
import { SUBJECT_KINDS, type SubjectKind } from '../../people';
import {
  BoundedArray,
  BoundedText,
  boundedTextRule,
  IsLocalDate,
  IsOneOf,
  IsUuid,
  IsYesNo,
  Nested,
} from '../../platform/http/validators';
import { COMMENDATIONS, StatedEvidence } from './stated-evidence.request';

/** Subjects of one question. */
export const MOST_SUBJECTS = 500;

/** Whose eligibility is asked, and what is known of it beside the registers. */
@ApiSchema({ name: 'EligibilitySubject' })
export class EligibilitySubjectRequest {
  @IsOneOf(SUBJECT_KINDS, { example: 'person' })
  readonly kind: SubjectKind;

  @IsUuid()
  readonly id: string;

  @IsUuid({ optional: true, description: 'The achievement, where it has a number already: it is rewarded once.' })
  readonly achievementId?: string;

  @IsUuid({ optional: true, description: 'The case that is judged: what it uses itself does not stand against it.' })
  readonly caseId?: string;

  @Nested(() => StatedEvidence, { optional: true })
  readonly stated?: StatedEvidence;
}

/** Whose eligibility is asked, when, and where. */
export class EligibilityRequest {
  @IsLocalDate({ description: 'The day of submission.', example: '2025-03-15' })
  readonly on: LocalDate;

  @IsUuid({ description: 'The unit that receives the dossier: whose own rules hold beside the national ones.' })
  readonly unitId: string;

  @BoundedText({
    max: 32,
    optional: true,
    description: 'Code of a title or form; all that are given to the kind of subject when absent.',
  })
  readonly tier?: string;

  @IsOneOf(COMMENDATIONS, { optional: true, description: 'Kind of commendation; `merit` when absent.' })
  readonly commendation?: (typeof COMMENDATIONS)[number];

  @IsLocalDate({ optional: true, description: 'First day of the achievement; that of the year of `on` when absent.' })
  readonly achievedFrom?: LocalDate;

  @IsLocalDate({ optional: true, description: 'Last day of the achievement; that of the year of `on` when absent.' })
  readonly achievedTo?: LocalDate;

  @IsLocalDate({
    optional: true,
    description: 'The day that the dossier bears; without it the dossier is not too old.',
  })
  readonly dossierOn?: LocalDate;

  @BoundedArray(() => EligibilitySubjectRequest, { min: 1, max: MOST_SUBJECTS })
  readonly subjects: readonly EligibilitySubjectRequest[];
}

/** Asks what subjects may be proposed for. */
export class EvaluationRequest extends EligibilityRequest {
  @IsYesNo({ optional: true, description: 'What was found alone, without reasons and sentences: for long lists.' })
  readonly findingsOnly?: boolean;
}

/** Asks the same under two rulebooks. */
export class ComparisonRequest extends EligibilityRequest {
  @BoundedArray(boundedTextRule({ max: 64 }), {
    min: 2,
    max: 2,
    unique: true,
    description: 'Ids of the two rulebooks. The day of submission decides neither; it stays the day of the question.',
    example: ['vn-r1', 'vn-r2'],
  })
  readonly rulebookIds: readonly [string, string];
}
