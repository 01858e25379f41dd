import { Body, Controller, Get, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { pledgeWorkflow } from '../../workflows/pledge';
import type { Actor } from '../platform/auth/actor';
import { Allow, AnySeat } from '../platform/auth/access.decorator';
import { CurrentActor, CurrentScope } from '../platform/auth/current-actor.decorator';
import type { Scope } from '../platform/auth/scope';
import { AvailableCommandsResponse } from '../platform/http/commands/available-commands';
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
import { DraftPledgeRequest } from './dto/draft-pledge.request';
import { PledgeListQuery } from './dto/pledge-list.request';
import { PledgeResponse, PledgeSummary } from './dto/pledge.response';
import { pledgeForms } from './pledge-forms';
import { PledgesQueries } from './pledges.queries';

const commands = commandBody(commandInputsOf(pledgeForms), pledgeWorkflow);

/** Pledges over HTTP: builds commands and shows answers, nothing else. */
@ApiTags('pledges')
@Controller('pledges')
export class PledgesController {
  constructor(
    private readonly face: CommandFace,
    private readonly queries: PledgesQueries,
  ) {}

  @Get()
  @AnySeat()
  @ApiOperation({ summary: 'Pledges, the latest first' })
  @ApiPage(PledgeSummary)
  list(@CurrentScope() scope: Scope, @Query() query: PledgeListQuery): Promise<Page<PledgeSummary>> {
    return this.queries.list(scope, query);
  }

  @Get(':id')
  @AnySeat()
  @ApiOperation({ summary: 'A pledge with its values' })
  @ApiOkResponse({ type: PledgeResponse })
  one(@CurrentScope() scope: Scope, @IdParam() id: string): Promise<PledgeResponse> {
    return this.queries.one(scope, id);
  }

  @Get(':id/commands')
  @AnySeat()
  @ApiOperation({ summary: 'What you may do now, and why not' })
  @ApiOkResponse({ type: AvailableCommandsResponse })
  commandsOf(
    @CurrentScope() scope: Scope,
    @CurrentActor() actor: Actor,
    @IdParam() id: string,
  ): Promise<AvailableCommandsResponse> {
    return this.queries.commandsOf(scope, actor, id);
  }

  @OpeningRoute('pledge.draft')
  @Allow('pledge.prepare')
  draft(
    @Sender() sender: CommandSender,
    @Body() input: DraftPledgeRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CommandResponse | Problem> {
    return this.face.open(
      reply,
      { ...sender, type: 'pledge.draft', input },
      { workflow: pledgeWorkflow, collection: 'pledges' },
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
    return this.face.send(reply, { ...sender, instanceId, ...body }, pledgeWorkflow);
  }
}
