import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiExtraModels, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow } from '../platform/auth/access.decorator';
import type { Actor } from '../platform/auth/actor';
import { CurrentActor } from '../platform/auth/current-actor.decorator';
import { ComparisonsQueries } from './comparisons.queries';
import { ComparedFinding, ComparisonResponse } from './dto/comparison.response';
import { ComparisonRequest, EvaluationRequest } from './dto/evaluation.request';
import { EvaluationResponse } from './dto/evaluation.response';
import { EvaluationsQueries } from './evaluations.queries';

/** What subjects may be proposed for, and why not, over HTTP. Questions only: they are sent as a body for their length. */
@ApiTags('eligibility')
@Controller('eligibility')
export class EligibilityController {
  constructor(
    private readonly evaluations: EvaluationsQueries,
    private readonly comparisons: ComparisonsQueries,
  ) {}

  @Post('evaluations')
  @HttpCode(200)
  @Allow('register.keep', 'case.prepare', 'case.keep')
  @ApiOperation({
    summary: 'What subjects may be proposed for, and what is missing for what comes next',
    description:
      'Judges the evidence of the registers, and what is stated beside it, by the rules of the day and the place. ' +
      'Changes nothing.',
  })
  @ApiOkResponse({ type: EvaluationResponse })
  evaluate(@CurrentActor() actor: Actor, @Body() request: EvaluationRequest): Promise<EvaluationResponse> {
    return this.evaluations.of(actor, request);
  }

  @Post('comparisons')
  @HttpCode(200)
  @Allow('register.keep', 'case.prepare', 'case.keep')
  @ApiOperation({
    summary: 'A list under two rulebooks, side by side',
    description: 'Marks where the outcome differs, and says what stands in the way. Changes nothing.',
  })
  @ApiExtraModels(ComparedFinding)
  @ApiOkResponse({ type: ComparisonResponse })
  compare(@CurrentActor() actor: Actor, @Body() request: ComparisonRequest): Promise<ComparisonResponse> {
    return this.comparisons.of(actor, request);
  }
}
