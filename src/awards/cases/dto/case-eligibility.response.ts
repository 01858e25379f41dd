import { ApiProperty } from '@nestjs/swagger';
import type { Appraisal, OpenCondition } from '../../../../workflows/award';
import type { Citation, LocalDate } from '../../../../workflows/kernel';
import { AnswerResponse, EvaluationRulebook } from '../../../eligibility';
import { CitationResponse } from '../../../platform/http/problems/problem';
import { IsLocalDate } from '../../../platform/http/validators';

/** How a case stands by the rules. */
export class CaseEligibilityQuery {
  @IsLocalDate({
    optional: true,
    description: 'From this day on the registers hold everything; counts for those alone who see everything in them',
  })
  readonly completeFrom?: LocalDate;
}

/** A condition of the rules that is not met or not proven. */
export class OpenConditionResponse implements OpenCondition {
  @ApiProperty({ example: 'ratedAtLeast', description: 'Its name: an appraisal may say what was found of it.' })
  readonly condition: string;

  @ApiProperty({ enum: ['notMet', 'notProven'] })
  readonly finding: OpenCondition['finding'];

  @ApiProperty({ type: () => CitationResponse })
  readonly citation: Citation;
}

/** What the rules say of a case on the evidence of now, and what was found when it was appraised. */
export class CaseEligibilityResponse {
  @ApiProperty({ format: 'date', description: 'Day of the submission, whose rules hold; of today before it.' })
  readonly on: LocalDate;

  @ApiProperty({
    type: () => EvaluationRulebook,
    nullable: true,
    description: 'Null where no rulebook covers the day or knows the tier.',
  })
  readonly rulebook: EvaluationRulebook | null;

  @ApiProperty({
    description: 'False where you may not see discipline and what is pending: what rests on it is then not proven.',
  })
  readonly isDisciplineSeen: boolean;

  @ApiProperty({ type: () => AnswerResponse, nullable: true })
  readonly answer: AnswerResponse | null;

  @ApiProperty({
    type: () => [OpenConditionResponse],
    description: 'What stands in the way, in the order of the rules.',
  })
  readonly open: readonly OpenCondition[];

  @ApiProperty({
    type: Object,
    nullable: true,
    description: 'The last appraisal; what the rules said then is `computed`, for those who see discipline.',
  })
  readonly appraisal: Appraisal | null;
}
