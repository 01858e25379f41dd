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
import { FreezeListQuery } from './dto/freeze-list.request';
import { FreezeSubjectRequest } from './dto/freeze.request';
import { FreezeResponse } from './dto/freeze.response';
import { freezeForms } from './freeze-forms';
import { FreezesQueries } from './freezes.queries';

const commands = commandBody(commandInputsOf(freezeForms));

/** Reports that something about a subject is pending, over HTTP. */
@ApiTags('subject-freezes')
@Controller('subject-freezes')
export class FreezesController {
  constructor(
    private readonly face: CommandFace,
    private readonly queries: FreezesQueries,
  ) {}

  @Get()
  @Allow('register.keep', 'case.keep', 'audit.read')
  @ApiOperation({ summary: 'Reports that keep subjects from being considered' })
  @ApiPage(FreezeResponse)
  list(@CurrentScope() scope: Scope, @Query() query: FreezeListQuery): Promise<Page<FreezeResponse>> {
    return this.queries.list(scope, query);
  }

  @OpeningRoute('subject.freeze')
  @Allow('register.keep')
  freeze(
    @Sender() sender: CommandSender,
    @Body() input: FreezeSubjectRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CommandResponse | Problem> {
    return this.face.open(reply, { ...sender, type: 'subject.freeze', input }, { collection: 'subject-freezes' });
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
