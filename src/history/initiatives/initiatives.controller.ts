import { Body, Controller, Get, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
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
import { InitiativeListQuery } from './dto/initiative-list.request';
import { RecordInitiativeRequest } from './dto/initiative.request';
import { InitiativeResponse, InitiativeSummary } from './dto/initiative.response';
import { initiativeForms } from './initiative-forms';
import { InitiativesQueries } from './initiatives.queries';

const commands = commandBody(commandInputsOf(initiativeForms));

/** Initiatives and research over HTTP. */
@ApiTags('history')
@Controller('initiatives')
export class InitiativesController {
  constructor(
    private readonly face: CommandFace,
    private readonly queries: InitiativesQueries,
  ) {}

  @Get()
  @Allow('register.keep', 'case.prepare', 'case.keep')
  @ApiOperation({ summary: 'Initiatives and research, the latest first' })
  @ApiPage(InitiativeSummary)
  list(@CurrentScope() scope: Scope, @Query() query: InitiativeListQuery): Promise<Page<InitiativeSummary>> {
    return this.queries.list(scope, query);
  }

  @Get(':id')
  @Allow('register.keep', 'case.prepare', 'case.keep')
  @ApiOperation({ summary: 'An initiative with its authors and what it backs' })
  @ApiOkResponse({ type: InitiativeResponse })
  one(@CurrentScope() scope: Scope, @IdParam() id: string): Promise<InitiativeResponse> {
    return this.queries.one(scope, id);
  }

  @OpeningRoute('initiative.record')
  @Allow('register.keep')
  record(
    @Sender() sender: CommandSender,
    @Body() input: RecordInitiativeRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CommandResponse | Problem> {
    return this.face.open(reply, { ...sender, type: 'initiative.record', input }, { collection: 'initiatives' });
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
