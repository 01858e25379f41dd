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
import { ApiPage } from '../../platform/http/pages/page.decorator';
import type { Problem } from '../../platform/http/problems/problem';
import { IdParam } from '../../platform/http/validators';
import { commandInputsOf } from '../../platform/runner/feature-commands';
import { RecordStatementRequest, StatementListQuery } from '../dto/result-statement.request';
import { ResultStatementResponse } from '../dto/result-statement.response';
import { statementForms } from './statement-forms';
import { StatementsQueries } from './statements.queries';

const commands = commandBody(commandInputsOf(statementForms));

/** Statements of results over HTTP. */
@ApiTags('result-statements')
@Controller('result-statements')
export class StatementsController {
  constructor(
    private readonly face: CommandFace,
    private readonly queries: StatementsQueries,
  ) {}

  @Get()
  @AnySeat()
  @ApiOperation({ summary: 'What units state of their results in a campaign, without the rows' })
  @ApiPage(ResultStatementResponse)
  list(@CurrentScope() scope: Scope, @Query() query: StatementListQuery): Promise<Page<ResultStatementResponse>> {
    return this.queries.list(scope, query);
  }

  @Get(':id')
  @AnySeat()
  @ApiOperation({ summary: 'One statement' })
  @ApiOkResponse({ type: ResultStatementResponse })
  one(@CurrentScope() scope: Scope, @IdParam() id: string): Promise<ResultStatementResponse> {
    return this.queries.one(scope, id);
  }

  @OpeningRoute('resultStatement.record')
  @Allow('pledge.keep')
  record(
    @Sender() sender: CommandSender,
    @Body() input: RecordStatementRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CommandResponse | Problem> {
    return this.face.open(
      reply,
      { ...sender, type: 'resultStatement.record', input },
      { collection: 'result-statements' },
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
    return this.face.send(reply, { ...sender, instanceId, ...body });
  }
}
