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
import { FoundCouncilRequest } from './dto/found-council.request';
import { CouncilListQuery } from './dto/council-list.request';
import { CouncilResponse, CouncilSummary } from './dto/council.response';
import { councilForms } from './council-forms';
import { CouncilsQueries } from './councils.queries';

const commands = commandBody(commandInputsOf(councilForms));

/** Councils over HTTP. */
@ApiTags('councils')
@Controller('councils')
export class CouncilsController {
  constructor(
    private readonly face: CommandFace,
    private readonly queries: CouncilsQueries,
  ) {}

  @Get()
  @AnySeat()
  @ApiOperation({ summary: 'Councils, by name' })
  @ApiPage(CouncilSummary)
  list(@CurrentScope() scope: Scope, @Query() query: CouncilListQuery): Promise<Page<CouncilSummary>> {
    return this.queries.list(scope, query);
  }

  @Get(':id')
  @AnySeat()
  @ApiOperation({ summary: 'A council with its seats' })
  @ApiOkResponse({ type: CouncilResponse })
  one(@CurrentScope() scope: Scope, @IdParam() id: string): Promise<CouncilResponse> {
    return this.queries.one(scope, id);
  }

  @OpeningRoute('council.found')
  @Allow('register.keep')
  found(
    @Sender() sender: CommandSender,
    @Body() input: FoundCouncilRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CommandResponse | Problem> {
    return this.face.open(reply, { ...sender, type: 'council.found', input }, { collection: 'councils' });
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
