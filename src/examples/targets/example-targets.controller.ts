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
import { SetTargetRequest, TargetListQuery } from './dto/example-target.request';
import { ExampleTargetResponse } from './dto/example-target.response';
import { exampleTargetForms } from './example-target-forms';
import { ExampleTargetsQueries } from './example-targets.queries';

const commands = commandBody(commandInputsOf(exampleTargetForms));

/** How many examples are wanted, and how many there are, over HTTP. */
@ApiTags('examples')
@Controller('example-targets')
export class ExampleTargetsController {
  constructor(
    private readonly face: CommandFace,
    private readonly queries: ExampleTargetsQueries,
  ) {}

  @Get()
  @Allow('example.prepare', 'example.keep', 'tally.read', 'audit.read')
  @ApiOperation({ summary: 'Targets for examples, each with how many there are' })
  @ApiPage(ExampleTargetResponse)
  list(@CurrentScope() scope: Scope, @Query() query: TargetListQuery): Promise<Page<ExampleTargetResponse>> {
    return this.queries.list(scope, query);
  }

  @Get(':id')
  @Allow('example.prepare', 'example.keep', 'tally.read', 'audit.read')
  @ApiOperation({ summary: 'A target with how many examples there are' })
  @ApiOkResponse({ type: ExampleTargetResponse })
  one(@CurrentScope() scope: Scope, @IdParam() id: string): Promise<ExampleTargetResponse> {
    return this.queries.one(scope, id);
  }

  @OpeningRoute('exampleTarget.set')
  @Allow('example.keep')
  set(
    @Sender() sender: CommandSender,
    @Body() input: SetTargetRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CommandResponse | Problem> {
    return this.face.open(reply, { ...sender, type: 'exampleTarget.set', input }, { collection: 'example-targets' });
  }

  @CommandRoute(commands)
  @Allow('example.keep')
  command(
    @Sender() sender: CommandSender,
    @IdParam() instanceId: string,
    @Body(commands.pipe) body: CommandOf<typeof commands>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CommandResponse | Problem> {
    return this.face.send(reply, { ...sender, instanceId, ...body });
  }
}
