import { Body, Controller, Get, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Allow } from '../platform/auth/access.decorator';
import type { Actor } from '../platform/auth/actor';
import { CurrentActor } from '../platform/auth/current-actor.decorator';
import { scopeOf } from '../platform/auth/scope';
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
import { StatementListQuery } from './dto/statement-list.request';
import { PublishStatementRequest } from './dto/statement.request';
import { ReconciliationResponse, StatementDetailResponse, StatementResponse } from './dto/statement.response';
import { statementForms } from './statement-forms';
import { StatementsQueries } from './statements.queries';

const commands = commandBody(commandInputsOf(statementForms));

/** Published statements and their reconciliation over HTTP. */
@ApiTags('statements')
@Controller('statements')
export class StatementsController {
  constructor(
    private readonly face: CommandFace,
    private readonly queries: StatementsQueries,
  ) {}

  @Get()
  @Allow('tally.read')
  @ApiOperation({ summary: 'Published texts with figures, the latest first' })
  @ApiPage(StatementResponse)
  list(@CurrentActor() actor: Actor, @Query() query: StatementListQuery): Promise<Page<StatementResponse>> {
    return this.queries.list(scopeOf(actor, ['tally.read']), query);
  }

  @Get(':id')
  @Allow('tally.read')
  @ApiOperation({ summary: 'A published text with all its figures' })
  @ApiOkResponse({ type: StatementDetailResponse })
  one(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<StatementDetailResponse> {
    return this.queries.one(scopeOf(actor, ['tally.read']), id);
  }

  @Get(':id/reconciliation')
  @Allow('tally.read')
  @ApiOperation({ summary: 'What in it does not agree, with itself and with our records' })
  @ApiOkResponse({ type: ReconciliationResponse })
  reconciliation(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<ReconciliationResponse> {
    return this.queries.reconciliation(scopeOf(actor, ['tally.read']), id);
  }

  @OpeningRoute('statement.publish')
  @Allow('register.keep')
  publish(
    @Sender() sender: CommandSender,
    @Body() input: PublishStatementRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CommandResponse | Problem> {
    return this.face.open(reply, { ...sender, type: 'statement.publish', input }, { collection: 'statements' });
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
