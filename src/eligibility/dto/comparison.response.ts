import { ApiProperty } from '@nestjs/swagger';
import type { Label, LocalDate } from '../../../workflows/kernel';
import type { Finding, RuleStatus } from '../../../workflows/rulebook';
import { LabelResponse } from '../../platform/http/problems/problem';
import { EvaluatedSubject, EvaluationRulebook } from './evaluation.response';
import { FINDING, LineResponse, STATUS } from './rule-answer.response';

/** What one rulebook says of a tier. */
export class ComparedFinding {
  @ApiProperty(FINDING)
  readonly finding: Finding;

  @ApiProperty(STATUS)
  readonly status: RuleStatus;

  @ApiProperty({ type: () => [LineResponse], description: 'Where the two differ: what stands in the way here.' })
  readonly obstacles: readonly LineResponse[];
}

/** A tier under two rulebooks, side by side. */
export class TierComparison {
  @ApiProperty({ example: 'CSTDCS' })
  readonly tier: string;

  @ApiProperty({ type: () => LabelResponse })
  readonly tierName: Label;

  @ApiProperty({ description: 'True where the outcome is not the same, also where only one of the two has the tier.' })
  readonly isDifferent: boolean;

  @ApiProperty({
    type: 'array',
    items: { oneOf: [{ $ref: '#/components/schemas/ComparedFinding' }, { type: 'null' }] },
    description: 'In the order of the rulebooks; null where the rulebook does not have the tier for the subject.',
  })
  readonly findings: readonly (ComparedFinding | null)[];
}

/** One subject under two rulebooks. */
export class SubjectComparison {
  @ApiProperty({ type: () => EvaluatedSubject })
  readonly subject: EvaluatedSubject;

  @ApiProperty()
  readonly isDisciplineSeen: boolean;

  @ApiProperty({ description: 'True where the outcome of a tier differs.' })
  readonly isDifferent: boolean;

  @ApiProperty({ type: () => [TierComparison] })
  readonly tiers: readonly TierComparison[];
}

/** A list under two rulebooks. */
export class ComparisonResponse {
  @ApiProperty({ type: String, format: 'date' })
  readonly on: LocalDate;

  @ApiProperty({ type: () => [EvaluationRulebook], description: 'The two, as they were asked for.' })
  readonly rulebooks: readonly EvaluationRulebook[];

  @ApiProperty({ type: 'integer', description: 'How many subjects have a different outcome.' })
  readonly differingCount: number;

  @ApiProperty({ type: () => [SubjectComparison] })
  readonly subjects: readonly SubjectComparison[];
}
