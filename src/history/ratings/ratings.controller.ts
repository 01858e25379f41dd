import { Body, Controller, Get, Query, Res } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Allow } from '../../platform/auth/access.decorator';
import { CurrentScope } from '../../platform/auth/current-actor.decorator';
import type { Scope } from '../../platform/auth/scope';
import { commandBody, type CommandOf } from '../../platform/http/commands/command-body';
import { CommandFace } from '../../platform/http/commands/command-face';
import type { CommandResponse } from '../../platform/http/commands/command-response';
import { CommandRoute } from '../../platform/http/commands/command-route.decorator';
import { OpeningRoute } from '../../platform/http/commands/opening-route.decorator';
import { Sender, type CommandSender } from '../../platform/http/commands/sender.decorator';
import type { Page } from '../../platform/http/pages/keyset-page';
import { ApiPage } from '../../platform/http/pages/page.decorator';
import type { Problem } from '../../platform/http/problems/problem';
import { IdParam } from '../../platform/http/validators';
import { commandInputsOf } from '../../platform/runner/feature-commands';
import { RatingListQuery } from './dto/rating-list.request';
import { RecordRatingRequest } from './dto/rating.request';
import { RatingResponse } from './dto/rating.response';
import { ratingForms } from './rating-forms';
import { RatingsQueries } from './ratings.queries';

const commands = commandBody(commandInputsOf(ratingForms));

/** Ratings of the work of a year, over HTTP. */
@ApiTags('history')
@Controller('ratings')
export class RatingsController {
  constructor(
    private readonly face: CommandFace,
    private readonly queries: RatingsQueries,
  ) {}

  @Get()
  @Allow('register.keep', 'case.prepare', 'case.keep')
  @ApiOperation({ summary: 'Ratings by year, the latest first' })
  @ApiPage(RatingResponse)
  list(@CurrentScope() scope: Scope, @Query() query: RatingListQuery): Promise<Page<RatingResponse>> {
    return this.queries.list(scope, query);
  }

  @OpeningRoute('rating.record')
  @Allow('register.keep')
  record(
    @Sender() sender: CommandSender,
    @Body() input: RecordRatingRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CommandResponse | Problem> {
    return this.face.open(reply, { ...sender, type: 'rating.record', input }, { collection: 'ratings' });
  }

  @CommandRoute(commands)
  @Allow('register.keep')
  command(
    @Sender() sender: CommandSender,
    @IdParam() instanceId: string,
    @Body(commands.pipe) body: CommandOf<typeof commands>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CommandResponse | Problem> {
    return this.face.send(reply, { ...sender, instanceId, ...body });
  }
}
