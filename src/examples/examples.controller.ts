import { Body, Controller, Get, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Allow } from '../platform/auth/access.decorator';
import type { Actor } from '../platform/auth/actor';
import { CurrentActor, CurrentScope } from '../platform/auth/current-actor.decorator';
import type { Scope } from '../platform/auth/scope';
import { AvailableCommandsResponse } from '../platform/http/commands/available-commands';
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
import { ExampleCountsQuery, ExampleListQuery } from './dto/example-list.request';
import { FindExampleRequest } from './dto/example.request';
import { ExampleCountsResponse, ExampleResponse, ExampleSummary } from './dto/example.response';
import { ExampleCountsQueries } from './example-counts.queries';
import { exampleForms } from './example-forms';
import { ExamplesQueries } from './examples.queries';

const commands = commandBody(commandInputsOf(exampleForms));

/** Examples to follow over HTTP. */
@ApiTags('examples')
@Controller('examples')
export class ExamplesController {
  constructor(
    private readonly face: CommandFace,
    private readonly queries: ExamplesQueries,
    private readonly numbers: ExampleCountsQueries,
  ) {}

  @Get()
  @Allow('example.prepare', 'example.keep', 'audit.read')
  @ApiOperation({ summary: 'Examples to follow, the latest found first' })
  @ApiPage(ExampleSummary)
  list(@CurrentScope() scope: Scope, @Query() query: ExampleListQuery): Promise<Page<ExampleSummary>> {
    return this.queries.list(scope, query);
  }

  @Get('counts')
  @Allow('example.prepare', 'example.keep', 'tally.read', 'audit.read')
  @ApiOperation({ summary: 'How many examples there are, by kind, field, year, campaign or unit' })
  @ApiOkResponse({ type: ExampleCountsResponse })
  counts(@CurrentScope() scope: Scope, @Query() query: ExampleCountsQuery): Promise<ExampleCountsResponse> {
    return this.numbers.counts(scope, query);
  }

  @Get(':id')
  @Allow('example.prepare', 'example.keep', 'audit.read')
  @ApiOperation({ summary: 'An example with its account, publications and links' })
  @ApiOkResponse({ type: ExampleResponse })
  one(@CurrentScope() scope: Scope, @IdParam() id: string): Promise<ExampleResponse> {
    return this.queries.one(scope, id);
  }

  @Get(':id/commands')
  @Allow('example.prepare', 'example.keep', 'audit.read')
  @ApiOperation({ summary: 'Say what can be done with an example, and why not' })
  @ApiOkResponse({ type: AvailableCommandsResponse })
  commandsOf(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<AvailableCommandsResponse> {
    return this.queries.commandsOf(actor, id);
  }

  @OpeningRoute('example.find')
  @Allow('example.prepare', 'example.keep')
  find(
    @Sender() sender: CommandSender,
    @Body() input: FindExampleRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CommandResponse | Problem> {
    return this.face.open(reply, { ...sender, type: 'example.find', input }, { collection: 'examples' });
  }

  @CommandRoute(commands)
  @Allow('example.prepare', 'example.keep')
  command(
    @Sender() sender: CommandSender,
    @IdParam() instanceId: string,
    @Body(commands.pipe) body: CommandOf<typeof commands>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CommandResponse | Problem> {
    return this.face.send(reply, { ...sender, instanceId, ...body });
  }
}
