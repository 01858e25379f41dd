import { ApiProperty, ApiPropertyOptional, ApiSchema } from '@nestjs/swagger';
import type { Citation, Label } from '../../../../workflows/kernel';

/** A sentence in both languages. */
@ApiSchema({ name: 'Label' })
export class LabelResponse implements Label {
  @ApiProperty({ example: 'Hãy nêu lý do.' })
  readonly vi: string;

  @ApiProperty({ example: 'Give a reason.' })
  readonly en: string;
}

/** Where a rule comes from. */
@ApiSchema({ name: 'Citation' })
export class CitationResponse implements Citation {
  @ApiProperty({ example: 'Nghị định 152/2025/NĐ-CP, điều 49 khoản 2' })
  readonly text: string;

  @ApiProperty({ enum: ['verified', 'secondary', 'unverified'], description: 'Whether the text of the rule was seen.' })
  readonly status: Citation['status'];
}

/** One field that cannot be taken, and why. */
@ApiSchema({ name: 'FieldProblem' })
export class FieldProblem {
  @ApiProperty({ example: 'input.rounds[0].startsOn', description: 'Path of the field, or name of the header.' })
  readonly field: string;

  @ApiProperty({ example: 'LOCAL_DATE', description: 'Stable.' })
  readonly code: string;

  @ApiProperty({ type: () => LabelResponse })
  readonly message: Label;
}

/** One reason why the rules refuse a command. */
@ApiSchema({ name: 'FailedGuard' })
export class FailedGuard {
  @ApiPropertyOptional({
    example: 'reasonIsGiven',
    description: 'The rule that does not hold; absent when the command does not fit the state.',
  })
  readonly guard?: string;

  @ApiProperty({ example: 'CAMPAIGN.REASON_MISSING' })
  readonly code: string;

  @ApiProperty({ type: () => LabelResponse })
  readonly message: Label;

  @ApiPropertyOptional({ type: () => CitationResponse })
  readonly citation?: Citation;
}

/** Why a request was not done: RFC 9457, `application/problem+json`. */
@ApiSchema({ name: 'Problem' })
export class ProblemResponse {
  @ApiProperty({ format: 'uri', example: 'urn:thidua:problem:CAMPAIGN.REASON_MISSING' })
  readonly type: string;

  @ApiProperty({ example: 'Quy định không cho phép', description: 'In the language of Accept-Language.' })
  readonly title: string;

  @ApiProperty({ type: 'integer', example: 409 })
  readonly status: number;

  @ApiProperty({ example: 'Hãy nêu lý do.', description: 'In the language of Accept-Language.' })
  readonly detail: string;

  @ApiProperty({ format: 'uri-reference', example: '/api/v1/campaigns', description: 'The path that was asked for.' })
  readonly instance: string;

  @ApiProperty({ example: 'CAMPAIGN.REASON_MISSING', description: 'Stable for ever; tell problems apart by this.' })
  readonly code: string;

  @ApiPropertyOptional({ type: () => [FieldProblem], description: 'Status 400: each field that cannot be taken.' })
  readonly errors?: readonly FieldProblem[];

  @ApiPropertyOptional({ type: 'array', items: { type: 'string' }, description: 'The commands that can be sent here.' })
  readonly knownTypes?: readonly string[];

  @ApiPropertyOptional({ type: () => [FailedGuard], description: 'Status 409: every reason, not only the first.' })
  readonly failedGuards?: readonly FailedGuard[];

  @ApiPropertyOptional({ type: () => CitationResponse, description: 'Of the first reason that has one.' })
  readonly citation?: Citation;

  @ApiPropertyOptional({
    type: 'array',
    items: { type: 'string' },
    description: 'Status 403: any one of these would do.',
  })
  readonly permissions?: readonly string[];

  @ApiPropertyOptional({ type: 'integer', description: 'Status 412: the present version.' })
  readonly version?: number;

  @ApiPropertyOptional({ format: 'uuid', description: 'Status 500 and above: find the fault in the log by this.' })
  readonly errorId?: string;
}

/** A problem as it is made and sent. */
export type Problem = Pick<ProblemResponse, keyof ProblemResponse>;
