import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import type { Label } from '../../../workflows/kernel';
import type {
  ConditionAnswer,
  Finding,
  GroupAnswer,
  MissingEvidence,
  RuleAnswer,
  RuleStatus,
  UsedEvidence,
} from '../../../workflows/rulebook';
import { LabelResponse } from '../../platform/http/problems/problem';

export const FINDING = {
  enum: ['met', 'notMet', 'notProven'],
  description:
    'Met, not met, or not proven: then evidence is missing and a person decides. It never refuses by itself.',
} as const;

export const STATUS = {
  enum: ['verified', 'secondary', 'unverified'],
  description: 'How sure the weakest rule is that the finding rests on.',
} as const;

const DATA = { type: 'object', additionalProperties: true } as const;

/** Where a fact comes from. */
export class EvidenceSourceResponse {
  @ApiProperty({ enum: ['case', 'record', 'register', 'file', 'stated'] })
  readonly kind: UsedEvidence['source']['kind'];

  @ApiProperty({ description: 'Id of the row; of what was stated its place in the question.', example: 'ratings[0]' })
  readonly id: string;

  @ApiProperty({ required: false, example: '12/QĐ-UBND' })
  readonly label?: string;
}

/** A fact that a finding rests on. */
export class UsedEvidenceResponse {
  @ApiProperty({ example: 'rating' })
  readonly what: string;

  @ApiProperty({ type: () => EvidenceSourceResponse })
  readonly source: UsedEvidence['source'];

  @ApiProperty({ ...DATA, example: { year: 2024, rating: 'excellent' } })
  readonly says: UsedEvidence['says'];
}

/** A fact that would decide and is not there. */
export class MissingEvidenceResponse {
  @ApiProperty({ example: 'rating' })
  readonly what: string;

  @ApiProperty({ ...DATA, example: { year: 2024 } })
  readonly about: MissingEvidence['about'];
}

/** A condition, or several together: `kind` tells which, and which of the other members there are. */
export class RuleAnswerResponse {
  @ApiProperty({ enum: ['condition', 'all', 'any', 'atLeast'] })
  readonly kind: (ConditionAnswer | GroupAnswer)['kind'];

  @ApiProperty(FINDING)
  readonly finding: Finding;

  @ApiProperty({ required: false, description: 'The condition; what it needs is in `with`.', example: 'ratedAtLeast' })
  readonly is?: string;

  @ApiPropertyOptional(DATA)
  readonly with?: ConditionAnswer['with'];

  @ApiProperty({ type: () => [UsedEvidenceResponse], required: false })
  readonly used?: ConditionAnswer['used'];

  @ApiProperty({ type: () => [MissingEvidenceResponse], required: false })
  readonly missing?: ConditionAnswer['missing'];

  @ApiProperty({ required: false })
  readonly citation?: string;

  @ApiProperty(STATUS)
  readonly status: RuleStatus;

  @ApiProperty({ type: () => RuleAnswerResponse, required: false, description: "Another tier's standard." })
  readonly within?: RuleAnswer;

  @ApiProperty({ type: 'integer', required: false, description: 'Of several together: how many are needed.' })
  readonly needed?: number;

  @ApiProperty({ type: () => [RuleAnswerResponse], required: false })
  readonly parts?: readonly RuleAnswer[];
}

/** One line of an answer in words. */
export class LineResponse {
  @ApiProperty({ type: 'integer', description: '0 is the outermost.' })
  readonly depth: number;

  @ApiProperty(FINDING)
  readonly finding: Finding;

  @ApiProperty({ type: () => LabelResponse })
  readonly text: Label;

  @ApiProperty({ type: () => [LabelResponse], description: 'What it rests on.' })
  readonly used: readonly Label[];

  @ApiProperty({ type: () => [LabelResponse], description: 'What would decide and is not known.' })
  readonly missing: readonly Label[];

  @ApiProperty({ type: String, nullable: true, description: 'Null for several together.' })
  readonly citation: string | null;

  @ApiProperty(STATUS)
  readonly status: RuleStatus;
}
