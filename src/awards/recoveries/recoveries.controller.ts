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
import { Sender, type CommandSender } from '../../platform/http/commands/sender.decorator';
import type { Page } from '../../platform/http/pages/keyset-page';
import { ApiPage } from '../../platform/http/pages/page.decorator';
import type { Problem } from '../../platform/http/problems/problem';
import { IdParam } from '../../platform/http/validators';
import { commandInputsOf } from '../../platform/runner/feature-commands';
import { RecoveryListQuery } from './dto/recovery.request';
import { RecoveryResponse } from './dto/recovery.response';
import { RecoveriesQueries } from './recoveries.queries';
import { recoveryForms } from './recovery-forms';

const commands = commandBody(commandInputsOf(recoveryForms));

/** What has to come back of revoked awards, over HTTP. */
@ApiTags('recoveries')
@Controller('recoveries')
export class RecoveriesController {
  constructor(
    private readonly face: CommandFace,
    private readonly queries: RecoveriesQueries,
  ) {}

  @Get()
  @AnySeat()
  @ApiOperation({ summary: 'What has to come back of revoked awards, newest first' })
  @ApiPage(RecoveryResponse)
  list(@CurrentScope() scope: Scope, @Query() query: RecoveryListQuery): Promise<Page<RecoveryResponse>> {
    return this.queries.list(scope, query);
  }

  @Get(':id')
  @AnySeat()
  @ApiOperation({ summary: 'One recovery' })
  @ApiOkResponse({ type: RecoveryResponse })
  one(@CurrentScope() scope: Scope, @IdParam() id: string): Promise<RecoveryResponse> {
    return this.queries.one(scope, id);
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
