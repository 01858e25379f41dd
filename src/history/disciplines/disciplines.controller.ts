import { Body, Controller, Get, Query, Res } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
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
import { RecordListQuery } from '../dto/record-list.request';
import { RecordDisciplineRequest } from './dto/discipline.request';
import { DisciplineResponse } from './dto/discipline.response';
import { disciplineForms } from './discipline-forms';
import { DisciplinesQueries } from './disciplines.queries';

const commands = commandBody(commandInputsOf(disciplineForms));

/** Disciplinary measures over HTTP. */
@ApiTags('history')
@Controller('disciplines')
export class DisciplinesController {
  constructor(
    private readonly face: CommandFace,
    private readonly queries: DisciplinesQueries,
  ) {}

  @Get()
  @Allow('register.keep', 'case.keep')
  @ApiOperation({ summary: 'Disciplinary measures, the latest first' })
  @ApiPage(DisciplineResponse)
  list(@CurrentScope() scope: Scope, @Query() query: RecordListQuery): Promise<Page<DisciplineResponse>> {
    return this.queries.list(scope, query);
  }

  @OpeningRoute('discipline.record')
  @Allow('register.keep')
  record(
    @Sender() sender: CommandSender,
    @Body() input: RecordDisciplineRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CommandResponse | Problem> {
    return this.face.open(reply, { ...sender, type: 'discipline.record', input }, { collection: 'disciplines' });
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
