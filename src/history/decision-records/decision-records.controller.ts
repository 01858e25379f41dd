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
import { decisionRecordForms } from './decision-record-forms';
import { DecisionRecordsQueries } from './decision-records.queries';
import { AwardRecordListQuery } from './dto/award-record-list.request';
import { EnterDecisionRequest } from './dto/decision-record.request';
import { AwardRecordResponse, DecisionRecordResponse } from './dto/decision-record.response';

const commands = commandBody(commandInputsOf(decisionRecordForms));

/** Entered decisions over HTTP. */
@ApiTags('history')
@Controller()
export class DecisionRecordsController {
  constructor(
    private readonly face: CommandFace,
    private readonly queries: DecisionRecordsQueries,
  ) {}

  @Get('award-records')
  @Allow('register.keep', 'case.prepare', 'case.keep')
  @ApiOperation({ summary: 'Awards by entered decisions, the latest first' })
  @ApiPage(AwardRecordResponse)
  awards(@CurrentScope() scope: Scope, @Query() query: AwardRecordListQuery): Promise<Page<AwardRecordResponse>> {
    return this.queries.awards(scope, query);
  }

  @Get('decision-records/:id')
  @Allow('register.keep', 'case.prepare', 'case.keep')
  @ApiOperation({ summary: 'An entered decision' })
  @ApiOkResponse({ type: DecisionRecordResponse })
  one(@CurrentScope() scope: Scope, @IdParam() id: string): Promise<DecisionRecordResponse> {
    return this.queries.one(scope, id);
  }

  @OpeningRoute('decisionRecord.enter', 'decision-records')
  @Allow('register.keep')
  enter(
    @Sender() sender: CommandSender,
    @Body() input: EnterDecisionRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CommandResponse | Problem> {
    const opening = { ...sender, type: 'decisionRecord.enter', input };
    return this.face.open(reply, opening, { collection: 'decision-records' });
  }

  @CommandRoute(commands, 'decision-records/:id/commands')
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
