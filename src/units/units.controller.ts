import { Body, Controller, Get, Post, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Allow, AnySeat } from '../platform/auth/access.decorator';
import { CurrentScope } from '../platform/auth/current-actor.decorator';
import type { Scope } from '../platform/auth/scope';
import { commandBody, type CommandOf } from '../platform/http/commands/command-body';
import { CommandFace } from '../platform/http/commands/command-face';
import type { CommandResponse } from '../platform/http/commands/command-response';
import { CommandRoute } from '../platform/http/commands/command-route.decorator';
import { Sender, type CommandSender } from '../platform/http/commands/sender.decorator';
import type { Page } from '../platform/http/pages/keyset-page';
import { ApiPage } from '../platform/http/pages/page.decorator';
import type { Problem } from '../platform/http/problems/problem';
import { IdParam } from '../platform/http/validators';
import { commandInputsOf } from '../platform/runner/feature-commands';
import { AddUnitRequest } from './dto/add-unit.request';
import { UnitListQuery } from './dto/unit-list.request';
import { UnitResponse } from './dto/unit.response';
import { unitForms } from './unit-forms';
import { UnitsQueries } from './units.queries';

const commands = commandBody(commandInputsOf(unitForms));

/** Units over HTTP. */
@ApiTags('units')
@Controller('units')
export class UnitsController {
  constructor(
    private readonly face: CommandFace,
    private readonly queries: UnitsQueries,
  ) {}

  @Get()
  @AnySeat()
  @ApiPage(UnitResponse)
  list(@CurrentScope() scope: Scope, @Query() query: UnitListQuery): Promise<Page<UnitResponse>> {
    return this.queries.list(scope, query);
  }

  @Get(':id')
  @AnySeat()
  @ApiOkResponse({ type: UnitResponse })
  one(@CurrentScope() scope: Scope, @IdParam() id: string): Promise<UnitResponse> {
    return this.queries.one(scope, id);
  }

  @Post()
  @Allow('register.keep')
  add(
    @Sender() sender: CommandSender,
    @Body() input: AddUnitRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CommandResponse | Problem> {
    return this.face.open(reply, { ...sender, type: 'unit.add', input }, { collection: 'units' });
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
