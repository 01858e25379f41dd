import { Body, Controller, Get, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Allow, AnySeat } from '../platform/auth/access.decorator';
import { CurrentScope } from '../platform/auth/current-actor.decorator';
import type { Scope } from '../platform/auth/scope';
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
import { AddUnitRequest } from './dto/add-unit.request';
import { SuccessorsQuery } from './dto/successors.request';
import { UnitListQuery } from './dto/unit-list.request';
import { SuccessorsResponse, UnitTermsResponse } from './dto/unit-terms.response';
import { UnitResponse } from './dto/unit.response';
import { unitForms } from './unit-forms';
import { UnitLifeQueries } from './unit-life.queries';
import { UnitsQueries } from './units.queries';

const commands = commandBody(commandInputsOf(unitForms));

/** Units over HTTP. */
@ApiTags('units')
@Controller('units')
export class UnitsController {
  constructor(
    private readonly face: CommandFace,
    private readonly queries: UnitsQueries,
    private readonly life: UnitLifeQueries,
  ) {}

  @Get()
  @AnySeat()
  @ApiOperation({ summary: 'Units, by name' })
  @ApiPage(UnitResponse)
  list(@CurrentScope() scope: Scope, @Query() query: UnitListQuery): Promise<Page<UnitResponse>> {
    return this.queries.list(scope, query);
  }

  @Get(':id')
  @AnySeat()
  @ApiOperation({ summary: 'One unit' })
  @ApiOkResponse({ type: UnitResponse })
  one(@CurrentScope() scope: Scope, @IdParam() id: string): Promise<UnitResponse> {
    return this.queries.one(scope, id);
  }

  @Get(':id/successors')
  @AnySeat()
  @ApiOperation({ summary: 'Who this unit was, or has become, on a day' })
  @ApiOkResponse({ type: SuccessorsResponse })
  successors(
    @CurrentScope() scope: Scope,
    @IdParam() id: string,
    @Query() { on }: SuccessorsQuery,
  ): Promise<SuccessorsResponse> {
    return this.life.successors(scope, id, on);
  }

  @Get(':id/terms')
  @Allow('register.keep', 'pledge.sign', 'pledge.keep')
  @ApiOperation({ summary: 'Second managers, delegates and former places of a unit, with their days' })
  @ApiOkResponse({ type: UnitTermsResponse })
  terms(@CurrentScope() scope: Scope, @IdParam() id: string): Promise<UnitTermsResponse> {
    return this.life.terms(scope, id);
  }

  @OpeningRoute('unit.add')
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
