import { ApiProperty, ApiSchema } from '@nestjs/swagger';
import type { Label, LocalDate } from '../../../workflows/kernel';
import type { Finding, RuleAnswer, RuleStatus, SubjectKind } from '../../../workflows/rulebook';
import { SUBJECT_KINDS } from '../../people';
import { LabelResponse } from '../../platform/http/problems/problem';
import { FINDING, LineResponse, RuleAnswerResponse, STATUS } from './rule-answer.response';

/** Whom an answer is about. */
@ApiSchema({ name: 'EvaluatedSubject' })
export class EvaluatedSubject {
  @ApiProperty({ enum: SUBJECT_KINDS })
  readonly kind: SubjectKind;

  @ApiProperty({ format: 'uuid' })
  readonly id: string;

  @ApiProperty({ example: 'Người Mẫu' })
  readonly name: string;
}

/** The rules that answered. */
export class EvaluationRulebook {
  @ApiProperty({ example: 'vn-r2' })
  readonly id: string;

  @ApiProperty({ example: 'R2' })
  readonly regime: string;

  @ApiProperty({
    type: 'array',
    items: { type: 'string' },
    description: "Ids of the layers that changed the nation's rows, from the highest.",
  })
  readonly layers: readonly string[];
}

/** What was found on one tier. */
export class TierFinding {
  @ApiProperty({ example: 'CSTDCS' })
  readonly tier: string;

  @ApiProperty({ type: () => LabelResponse })
  readonly tierName: Label;

  @ApiProperty(FINDING)
  readonly finding: Finding;

  @ApiProperty(STATUS)
  readonly status: RuleStatus;
}

/** The same with its reasons, unless the findings alone were asked for. */
export class AnswerResponse extends TierFinding {
  @ApiProperty({
    type: () => RuleAnswerResponse,
    nullable: true,
    required: false,
    description: 'Null when the rulebook has no standard for this kind of subject: then nothing is proven.',
  })
  readonly standard?: RuleAnswer | null;

  @ApiProperty({
    type: () => [RuleAnswerResponse],
    required: false,
    description: 'The rules that hold for every tier.',
  })
  readonly common?: readonly RuleAnswer[];

  @ApiProperty({ type: () => [LineResponse], required: false, description: 'The same in words.' })
  readonly lines?: readonly LineResponse[];
}

/** A tier that is not reached, and what stands in the way. */
export class NextTierResponse extends TierFinding {
  @ApiProperty({
    type: () => [LineResponse],
    description: 'The conditions that are not met or not proven; those that would do for one another in their group.',
  })
  readonly obstacles: readonly LineResponse[];
}

/** What one subject may be proposed for. */
export class SubjectEvaluation {
  @ApiProperty({ type: () => EvaluatedSubject })
  readonly subject: EvaluatedSubject;

  @ApiProperty({
    description:
      'False where the asker may not see discipline and what is pending: what rests on it is then not proven.',
  })
  readonly isDisciplineSeen: boolean;

  @ApiProperty({ type: 'array', items: { type: 'string' }, description: 'Tiers whose conditions are met.' })
  readonly mayBeProposedFor: readonly string[];

  @ApiProperty({
    type: () => [NextTierResponse],
    description:
      'The lowest tiers that are not reached, and what is missing. Empty where findings alone were asked for.',
  })
  readonly next: readonly NextTierResponse[];

  @ApiProperty({ type: () => [AnswerResponse] })
  readonly answers: readonly AnswerResponse[];
}

/** What subjects may be proposed for. */
export class EvaluationResponse {
  @ApiProperty({ type: String, format: 'date' })
  readonly on: LocalDate;

  @ApiProperty({ type: () => EvaluationRulebook })
  readonly rulebook: EvaluationRulebook;

  @ApiProperty({ type: () => [SubjectEvaluation], description: 'In the order of the question.' })
  readonly subjects: readonly SubjectEvaluation[];
}
