import { Body, Controller, Get, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Allow, AnySeat } from '../../platform/auth/access.decorator';
import { CurrentScope } from '../../platform/auth/current-actor.decorator';
import type { Scope } from '../../platform/auth/scope';
import { commandBody, type CommandOf } from '../../platform/http/commands/command-body';
import { CommandFace } from '../../platform/http/commands/command-face';
import type { CommandResponse } from '../../platform/http/commands/command-response';
import { CommandRoute } from '../../platform/http/commands/command-route.decorator';
import { OpeningRoute } from '../../platform/http/commands/opening-route.decorator';
import { Sender, type CommandSender } from '../../platform/http/commands/sender.decorator';
import type { Page } from '../../platform/http/pages/keyset-page';
import { PageQuery } from '../../platform/http/pages/page-query.request';
import { ApiPage } from '../../platform/http/pages/page.decorator';
import type { Problem } from '../../platform/http/problems/problem';
import { IdParam } from '../../platform/http/validators';
import { commandInputsOf } from '../../platform/runner/feature-commands';
import { ceremonyForms } from './case-list-forms';
import { CaseListsQueries, type ShownList } from './case-lists.queries';
import { CaseListQuery, PlanCeremonyRequest } from './dto/case-list.request';
import { CaseListLineResponse, CeremonyResponse } from './dto/case-list.response';

const commands = commandBody(commandInputsOf(ceremonyForms));

/** Ceremonies at which awards are handed over, over HTTP. */
@ApiTags('ceremonies')
@Controller('ceremonies')
export class CeremoniesController {
  constructor(
    private readonly face: CommandFace,
    private readonly queries: CaseListsQueries,
  ) {}

  @Get()
  @AnySeat()
  @ApiOperation({ summary: 'Ceremonies at which awards are handed over, the latest first' })
  @ApiPage(CeremonyResponse)
  async list(@CurrentScope() scope: Scope, @Query() query: CaseListQuery): Promise<Page<CeremonyResponse>> {
    const { items, nextCursor } = await this.queries.list('ceremony', scope, query);
    return { items: items.map(shown), nextCursor };
  }

  @Get(':id')
  @AnySeat()
  @ApiOperation({ summary: 'One of them' })
  @ApiOkResponse({ type: CeremonyResponse })
  async one(@CurrentScope() scope: Scope, @IdParam() id: string): Promise<CeremonyResponse> {
    return shown(await this.queries.one('ceremony', scope, id));
  }

  @Get(':id/cases')
  @AnySeat()
  @ApiOperation({ summary: 'Its cases with what would become of them now, or what did' })
  @ApiPage(CaseListLineResponse)
  casesOf(
    @CurrentScope() scope: Scope,
    @IdParam() id: string,
    @Query() query: PageQuery,
  ): Promise<Page<CaseListLineResponse>> {
    return this.queries.linesOf('ceremony', scope, id, query);
  }

  @OpeningRoute('ceremony.plan')
  @Allow('case.keep')
  plan(
    @Sender() sender: CommandSender,
    @Body() input: PlanCeremonyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CommandResponse | Problem> {
    return this.face.open(reply, { ...sender, type: 'ceremony.plan', input }, { collection: 'ceremonies' });
  }

  @CommandRoute(commands)
  @Allow('case.keep')
  command(
    @Sender() sender: CommandSender,
    @IdParam() instanceId: string,
    @Body(commands.pipe) body: CommandOf<typeof commands>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CommandResponse | Problem> {
    return this.face.send(reply, { ...sender, instanceId, ...body });
  }
}

function shown({ datedOn, paper: _, ...list }: ShownList): CeremonyResponse {
  return { ...list, heldOn: datedOn };
}
