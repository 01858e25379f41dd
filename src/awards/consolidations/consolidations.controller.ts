import { Body, Controller, Get, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Allow, AnySeat } from '../../platform/auth/access.decorator';
import type { Actor } from '../../platform/auth/actor';
import { CurrentActor, CurrentScope } from '../../platform/auth/current-actor.decorator';
import type { Scope } from '../../platform/auth/scope';
import { AvailableCommandsResponse } from '../../platform/http/commands/available-commands';
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
import { consolidationForms } from './consolidation-forms';
import { ConsolidationsQueries } from './consolidations.queries';
import { ConsolidationListQuery } from './dto/consolidation-list.request';
import { DraftConsolidationRequest } from './dto/consolidation.request';
import { ConsolidationListItem, ConsolidationResponse } from './dto/consolidation.response';

const commands = commandBody(commandInputsOf(consolidationForms));

/** Consolidated lists over HTTP: builds commands and shows answers, nothing else. */
@ApiTags('consolidations')
@Controller('consolidations')
export class ConsolidationsController {
  constructor(
    private readonly face: CommandFace,
    private readonly queries: ConsolidationsQueries,
  ) {}

  @Get()
  @AnySeat()
  @ApiOperation({ summary: 'List consolidated lists' })
  @ApiPage(ConsolidationListItem)
  list(@CurrentScope() scope: Scope, @Query() query: ConsolidationListQuery): Promise<Page<ConsolidationListItem>> {
    return this.queries.list(scope, query);
  }

  @Get(':id')
  @AnySeat()
  @ApiOperation({ summary: 'Show a list with its cases' })
  @ApiOkResponse({ type: ConsolidationResponse })
  one(@CurrentScope() scope: Scope, @IdParam() id: string): Promise<ConsolidationResponse> {
    return this.queries.one(scope, id);
  }

  @Get(':id/commands')
  @AnySeat()
  @ApiOperation({ summary: 'Say what can be done with a list, and why not' })
  @ApiOkResponse({ type: AvailableCommandsResponse })
  commandsOf(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<AvailableCommandsResponse> {
    return this.queries.commandsOf(actor, id);
  }

  @OpeningRoute('consolidation.draft')
  @Allow('case.keep')
  draft(
    @Sender() sender: CommandSender,
    @Body() input: DraftConsolidationRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CommandResponse | Problem> {
    return this.face.open(reply, { ...sender, type: 'consolidation.draft', input }, { collection: 'consolidations' });
  }

  @CommandRoute(commands)
  @AnySeat()
  command(
    @Sender() sender: CommandSender,
    @IdParam() instanceId: string,
    @Body(commands.pipe) body: CommandOf<typeof commands>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CommandResponse | Problem> {
    return this.face.send(reply, { ...sender, instanceId, ...body });
  }
}
