import { Body, Controller, Get, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Allow, AnySeat } from '../platform/auth/access.decorator';
import { CurrentScope } from '../platform/auth/current-actor.decorator';
import type { Scope } from '../platform/auth/scope';
import { commandBody, type CommandOf } from '../platform/http/commands/command-body';
import { CommandFace } from '../platform/http/commands/command-face';
import type { CommandResponse } from '../platform/http/commands/command-response';
import { CommandRoute } from '../platform/http/commands/command-route.decorator';
import { OpeningRoute } from '../platform/http/commands/opening-route.decorator';
import { Sender, type CommandSender } from '../platform/http/commands/sender.decorator';
import type { Page } from '../platform/http/pages/keyset-page';
import { ApiPage } from '../platform/http/pages/page.decorator';
import type { Problem } from '../platform/http/problems/problem';
import { IdParam } from '../platform/http/validators';
import { commandInputsOf } from '../platform/runner/feature-commands';
import { DraftScoreRequest, ScoreListQuery } from './dto/score.request';
import { ScoreResponse, ScoreSummary } from './dto/score.response';
import { ScoresQueries } from './scores.queries';
import { scoreForms } from './scoring-forms';

const commands = commandBody(commandInputsOf(scoreForms));

/** Scores of units over HTTP. */
@ApiTags('scoring')
@Controller('scores')
export class ScoresController {
  constructor(
    private readonly face: CommandFace,
    private readonly queries: ScoresQueries,
  ) {}

  @Get()
  @AnySeat()
  @ApiOperation({ summary: 'Scores of units, the newest first' })
  @ApiPage(ScoreSummary)
  list(@CurrentScope() scope: Scope, @Query() query: ScoreListQuery): Promise<Page<ScoreSummary>> {
    return this.queries.list(scope, query);
  }

  @Get(':id')
  @AnySeat()
  @ApiOperation({ summary: 'What a unit entered, what others give and what counts, criterion by criterion' })
  @ApiOkResponse({ type: ScoreResponse })
  one(@CurrentScope() scope: Scope, @IdParam() id: string): Promise<ScoreResponse> {
    return this.queries.one(scope, id);
  }

  @OpeningRoute('score.draft')
  @Allow('score.give')
  draft(
    @Sender() sender: CommandSender,
    @Body() input: DraftScoreRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CommandResponse | Problem> {
    return this.face.open(reply, { ...sender, type: 'score.draft', input }, { collection: 'scores' });
  }

  @CommandRoute(commands)
  @Allow('score.keep', 'score.give')
  command(
    @Sender() sender: CommandSender,
    @IdParam() instanceId: string,
    @Body(commands.pipe) body: CommandOf<typeof commands>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CommandResponse | Problem> {
    return this.face.send(reply, { ...sender, instanceId, ...body });
  }
}
