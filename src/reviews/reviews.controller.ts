import { Body, Controller, Get, Post, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { reviewWorkflow } from '../../workflows/review';
import type { Actor } from '../platform/auth/actor';
import { Allow, AnySeat } from '../platform/auth/access.decorator';
import { CurrentActor, CurrentScope } from '../platform/auth/current-actor.decorator';
import type { Scope } from '../platform/auth/scope';
import { AvailableCommandsResponse } from '../platform/http/commands/available-commands';
import { commandBody, type CommandOf } from '../platform/http/commands/command-body';
import { toHttp } from '../platform/http/commands/command-reply';
import { CommandRoute } from '../platform/http/commands/command-route.decorator';
import type { CommandResponse } from '../platform/http/commands/command-response';
import { IdempotencyKey } from '../platform/http/headers/idempotency-key.decorator';
import { IfMatch } from '../platform/http/headers/if-match.decorator';
import type { Page } from '../platform/http/pages/keyset-page';
import { ApiPage } from '../platform/http/pages/page.decorator';
import type { Problem } from '../platform/http/problems/problem';
import { IdParam } from '../platform/http/validators';
import { CommandAvailability } from '../platform/runner/command-availability';
import { CommandDispatcher } from '../platform/runner/command-dispatcher';
import { commandInputsOf } from '../platform/runner/feature-commands';
import { reviewForms } from './review-forms';
import { ReviewWorkflow } from './review.workflow';
import { ReviewsQueries } from './reviews.queries';
import { ScheduleReviewRequest } from './dto/schedule-review.request';
import { ReviewListQuery, ReviewResponse, ReviewSummary } from './dto/review.response';

const commands = commandBody(commandInputsOf(reviewForms), reviewWorkflow);

/** Review rounds over HTTP: builds commands and shows answers, nothing else. */
@ApiTags('reviews')
@Controller('reviews')
export class ReviewsController {
  constructor(
    private readonly dispatcher: CommandDispatcher,
    private readonly queries: ReviewsQueries,
    private readonly availability: CommandAvailability,
    private readonly workflow: ReviewWorkflow,
  ) {}

  @Get()
  @AnySeat()
  @ApiPage(ReviewSummary)
  list(@CurrentScope() scope: Scope, @Query() query: ReviewListQuery): Promise<Page<ReviewSummary>> {
    return this.queries.list(scope, query);
  }

  @Get(':id')
  @AnySeat()
  @ApiOkResponse({ type: ReviewResponse })
  one(@CurrentScope() scope: Scope, @IdParam() id: string): Promise<ReviewResponse> {
    return this.queries.one(scope, id);
  }

  @Get(':id/commands')
  @AnySeat()
  @ApiOkResponse({ type: AvailableCommandsResponse })
  commandsOf(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<AvailableCommandsResponse> {
    return this.availability.of(this.workflow, actor, id);
  }

  @Post()
  @Allow('review.keep')
  async schedule(
    @CurrentActor() actor: Actor,
    @IdempotencyKey() commandId: string,
    @Body() input: ScheduleReviewRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CommandResponse | Problem> {
    const result = await this.dispatcher.dispatch({ actor, commandId, type: 'review.schedule', input });
    return toHttp(result, reply, { workflow: reviewWorkflow, created: { collection: '/api/v1/reviews' } });
  }

  @CommandRoute(commands)
  @AnySeat()
  async command(
    @CurrentActor() actor: Actor,
    @IdempotencyKey() commandId: string,
    @IfMatch() expectedVersion: number | undefined,
    @IdParam() instanceId: string,
    @Body(commands.pipe) body: CommandOf<typeof commands>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CommandResponse | Problem> {
    const result = await this.dispatcher.dispatch({ actor, commandId, instanceId, expectedVersion, ...body });
    return toHttp(result, reply, { workflow: reviewWorkflow });
  }
}
