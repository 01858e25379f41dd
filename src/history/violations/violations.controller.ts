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
import { ViolationListsQuery, ViolationRowsQuery } from './dto/violation-lists.request';
import { ReceiveListRequest } from './dto/violation-list.request';
import { ViolationListResponse, ViolationRowResponse } from './dto/violation-list.response';
import { violationForms } from './violation-forms';
import { ViolationsQueries } from './violations.queries';

const commands = commandBody(commandInputsOf(violationForms));

/** Lists of violations over HTTP. */
@ApiTags('history')
@Controller('violation-lists')
export class ViolationsController {
  constructor(
    private readonly face: CommandFace,
    private readonly queries: ViolationsQueries,
  ) {}

  @Get()
  @Allow('register.keep', 'case.keep')
  @ApiOperation({ summary: 'Lists of violations from agencies, the latest first' })
  @ApiPage(ViolationListResponse)
  list(@CurrentScope() scope: Scope, @Query() query: ViolationListsQuery): Promise<Page<ViolationListResponse>> {
    return this.queries.list(scope, query);
  }

  @Get(':id')
  @Allow('register.keep', 'case.keep')
  @ApiOperation({ summary: 'A list of violations without its rows' })
  @ApiOkResponse({ type: ViolationListResponse })
  one(@CurrentScope() scope: Scope, @IdParam() id: string): Promise<ViolationListResponse> {
    return this.queries.one(scope, id);
  }

  @Get(':id/rows')
  @Allow('register.keep', 'case.keep')
  @ApiOperation({ summary: 'Its rows, each with the subjects who may be meant and their open cases' })
  @ApiPage(ViolationRowResponse)
  rows(
    @CurrentScope() scope: Scope,
    @IdParam() id: string,
    @Query() query: ViolationRowsQuery,
  ): Promise<Page<ViolationRowResponse>> {
    return this.queries.rows(scope, id, query);
  }

  @OpeningRoute('violationList.receive')
  @Allow('register.keep')
  receive(
    @Sender() sender: CommandSender,
    @Body() input: ReceiveListRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CommandResponse | Problem> {
    return this.face.open(
      reply,
      { ...sender, type: 'violationList.receive', input },
      { collection: 'violation-lists' },
    );
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
