import { Body, Controller, Get, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { reviewWorkflow } from '../../workflows/review';
import type { Actor } from '../platform/auth/actor';
import { Allow, AnySeat } from '../platform/auth/access.decorator';
import { CurrentActor, CurrentScope } from '../platform/auth/current-actor.decorator';
import type { Scope } from '../platform/auth/scope';
import { commandBody, type CommandOf } from '../platform/http/commands/command-body';
import { CommandRoute } from '../platform/http/commands/command-route.decorator';
import { OpeningRoute } from '../platform/http/commands/opening-route.decorator';
import { Sender, type CommandSender } from '../platform/http/commands/sender.decorator';
import { CommandFace } from '../platform/http/commands/command-face';
import type { CommandResponse } from '../platform/http/commands/command-response';
import type { Page } from '../platform/http/pages/keyset-page';
import { ApiPage } from '../platform/http/pages/page.decorator';
import type { Problem } from '../platform/http/problems/problem';
import { IdParam } from '../platform/http/validators';
import { commandInputsOf } from '../platform/runner/feature-commands';
import { ReviewAvailability } from './review-availability';
import { reviewForms } from './review-forms';
import { ReviewsQueries } from './reviews.queries';
import { ScheduleReviewRequest } from './dto/schedule-review.request';
import { ReviewCommandsResponse } from './dto/review-commands.response';
import { ReviewListQuery, ReviewResponse, ReviewSummary } from './dto/review.response';

const commands = commandBody(commandInputsOf(reviewForms), reviewWorkflow);

/** Review rounds over HTTP: builds commands and shows answers, nothing else. */
@ApiTags('reviews')
@Controller('reviews')
export class ReviewsController {
  constructor(
    private readonly face: CommandFace,
    private readonly queries: ReviewsQueries,
    private readonly availability: ReviewAvailability,
  ) {}

  @Get()
  @AnySeat()
  @ApiOperation({ summary: 'Review rounds, the latest first' })
  @ApiPage(ReviewSummary)
  list(@CurrentScope() scope: Scope, @Query() query: ReviewListQuery): Promise<Page<ReviewSummary>> {
    return this.queries.list(scope, query);
  }

  @Get(':id')
  @AnySeat()
  @ApiOperation({ summary: 'A review round with its items' })
  @ApiOkResponse({ type: ReviewResponse })
  one(@CurrentScope() scope: Scope, @IdParam() id: string): Promise<ReviewResponse> {
    return this.queries.one(scope, id);
  }

  @Get(':id/commands')
  @AnySeat()
  @ApiOperation({ summary: 'What you may do now, and why not' })
  @ApiOkResponse({ type: ReviewCommandsResponse })
  commandsOf(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<ReviewCommandsResponse> {
    return this.availability.of(actor, id);
  }

  @OpeningRoute('review.schedule')
  @Allow('review.keep')
  schedule(
    @Sender() sender: CommandSender,
    @Body() input: ScheduleReviewRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CommandResponse | Problem> {
    return this.face.open(
      reply,
      { ...sender, type: 'review.schedule', input },
      { workflow: reviewWorkflow, collection: 'reviews' },
    );
  }

  @CommandRoute(commands)
  @AnySeat()
  command(
    @Sender() sender: CommandSender,
    @IdParam() instanceId: string,
    @Body(commands.pipe) body: CommandOf<typeof commands>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CommandResponse | Problem> {
    return this.face.send(reply, { ...sender, instanceId, ...body }, reviewWorkflow);
  }
}
