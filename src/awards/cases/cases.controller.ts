import { Body, Controller, Get, Post, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { awardWorkflow } from '../../../workflows/award';
import { Allow, AnySeat } from '../../platform/auth/access.decorator';
import type { Actor } from '../../platform/auth/actor';
import { CurrentActor, CurrentScope } from '../../platform/auth/current-actor.decorator';
import type { Scope } from '../../platform/auth/scope';
import { AvailableCommandsResponse } from '../../platform/http/commands/available-commands';
import { commandBody, type CommandOf } from '../../platform/http/commands/command-body';
import { toHttp } from '../../platform/http/commands/command-reply';
import type { CommandResponse } from '../../platform/http/commands/command-response';
import { CommandRoute } from '../../platform/http/commands/command-route.decorator';
import { IdempotencyKey } from '../../platform/http/headers/idempotency-key.decorator';
import { IfMatch } from '../../platform/http/headers/if-match.decorator';
import type { Page } from '../../platform/http/pages/keyset-page';
import { ApiPage } from '../../platform/http/pages/page.decorator';
import type { Problem } from '../../platform/http/problems/problem';
import { IdParam } from '../../platform/http/validators';
import { CommandAvailability } from '../../platform/runner/command-availability';
import { CommandDispatcher } from '../../platform/runner/command-dispatcher';
import { commandInputsOf } from '../../platform/runner/feature-commands';
import { AwardCaseWorkflow } from './award-case.workflow';
import { caseForms } from './case-forms';
import { CasesQueries } from './cases.queries';
import { CaseListQuery } from './dto/case-list.request';
import { CaseListItem, CaseResponse } from './dto/case.response';
import { DraftCaseRequest } from './dto/nominate.request';

const commands = commandBody(commandInputsOf(caseForms), awardWorkflow);

/** Cases over HTTP: builds commands and shows answers, nothing else. */
@ApiTags('cases')
@Controller('cases')
export class CasesController {
  constructor(
    private readonly dispatcher: CommandDispatcher,
    private readonly queries: CasesQueries,
    private readonly availability: CommandAvailability,
    private readonly workflow: AwardCaseWorkflow,
  ) {}

  @Get()
  @AnySeat()
  @ApiPage(CaseListItem)
  list(@CurrentScope() scope: Scope, @Query() query: CaseListQuery): Promise<Page<CaseListItem>> {
    return this.queries.list(scope, query);
  }

  @Get(':id')
  @AnySeat()
  @ApiOkResponse({ type: CaseResponse })
  one(@CurrentScope() scope: Scope, @IdParam() id: string): Promise<CaseResponse> {
    return this.queries.one(scope, id);
  }

  @Get(':id/commands')
  @AnySeat()
  @ApiOkResponse({ type: AvailableCommandsResponse })
  commandsOf(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<AvailableCommandsResponse> {
    return this.availability.of(this.workflow, actor, id);
  }

  @Post()
  @Allow('case.prepare')
  async draft(
    @CurrentActor() actor: Actor,
    @IdempotencyKey() commandId: string,
    @Body() input: DraftCaseRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CommandResponse | Problem> {
    const result = await this.dispatcher.dispatch({ actor, commandId, type: 'award.draft', input });
    return toHttp(result, reply, { workflow: awardWorkflow, created: { collection: '/api/v1/cases' } });
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
    return toHttp(result, reply, { workflow: awardWorkflow });
  }
}
