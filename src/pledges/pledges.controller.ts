import { Body, Controller, Get, Post, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { pledgeWorkflow } from '../../workflows/pledge';
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
import { CommandDispatcher } from '../platform/runner/command-dispatcher';
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
    private readonly dispatcher: CommandDispatcher,
    private readonly queries: PledgesQueries,
  ) {}

  @Get()
  @AnySeat()
  @ApiPage(PledgeSummary)
  list(@CurrentScope() scope: Scope, @Query() query: PledgeListQuery): Promise<Page<PledgeSummary>> {
    return this.queries.list(scope, query);
  }

  @Get(':id')
  @AnySeat()
  @ApiOkResponse({ type: PledgeResponse })
  one(@CurrentScope() scope: Scope, @IdParam() id: string): Promise<PledgeResponse> {
    return this.queries.one(scope, id);
  }

  @Get(':id/commands')
  @AnySeat()
  @ApiOkResponse({ type: AvailableCommandsResponse })
  commandsOf(
    @CurrentScope() scope: Scope,
    @CurrentActor() actor: Actor,
    @IdParam() id: string,
  ): Promise<AvailableCommandsResponse> {
    return this.queries.commandsOf(scope, actor, id);
  }

  @Post()
  @Allow('pledge.prepare')
  async draft(
    @CurrentActor() actor: Actor,
    @IdempotencyKey() commandId: string,
    @Body() input: DraftPledgeRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CommandResponse | Problem> {
    const result = await this.dispatcher.dispatch({ actor, commandId, type: 'pledge.draft', input });
    return toHttp(result, reply, { workflow: pledgeWorkflow, created: { collection: '/api/v1/pledges' } });
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
    return toHttp(result, reply, { workflow: pledgeWorkflow });
  }
}
