import { Body, Controller, Get, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Allow, AnySeat } from '../platform/auth/access.decorator';
import { CurrentScope } from '../platform/auth/current-actor.decorator';
import type { Scope } from '../platform/auth/scope';
import { CommandFace } from '../platform/http/commands/command-face';
import type { CommandResponse } from '../platform/http/commands/command-response';
import { OpeningRoute } from '../platform/http/commands/opening-route.decorator';
import { Sender, type CommandSender } from '../platform/http/commands/sender.decorator';
import type { Problem } from '../platform/http/problems/problem';
import { IdParam } from '../platform/http/validators';
import { PublishRankingRequest, RankingQuery } from './dto/ranking.request';
import { RankingResponse } from './dto/ranking.response';
import { RankingsQueries } from './rankings.queries';

/** Rankings of clusters over HTTP. */
@ApiTags('scoring')
@Controller()
export class RankingsController {
  constructor(
    private readonly face: CommandFace,
    private readonly queries: RankingsQueries,
  ) {}

  @Get('clusters/:id/ranking')
  @AnySeat()
  @ApiOperation({
    summary: 'The ranking of a cluster: the newest published one, a numbered one, or as it would be now',
    description: 'Ranks are shared by units that the chain of the sheet leaves equal; these are named as ties.',
  })
  @ApiOkResponse({ type: RankingResponse })
  ranking(@CurrentScope() scope: Scope, @IdParam() id: string, @Query() query: RankingQuery): Promise<RankingResponse> {
    return this.queries.of(scope, id, query);
  }

  @OpeningRoute('ranking.publish', 'rankings')
  @Allow('score.keep', 'score.give')
  publish(
    @Sender() sender: CommandSender,
    @Body() input: PublishRankingRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CommandResponse | Problem> {
    return this.face.open(reply, { ...sender, type: 'ranking.publish', input }, { collection: 'rankings' });
  }
}
