import { Body, Controller, Get, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Allow } from '../platform/auth/access.decorator';
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
import { AddHouseholdRequest } from './dto/add-household.request';
import { SubjectListQuery } from './dto/subject-list.request';
import { HouseholdResponse } from './dto/household.response';
import { householdForms } from './household-forms';
import { HouseholdsQueries } from './households.queries';

const commands = commandBody(commandInputsOf(householdForms));

/** Households over HTTP. */
@ApiTags('households')
@Controller('households')
export class HouseholdsController {
  constructor(
    private readonly face: CommandFace,
    private readonly queries: HouseholdsQueries,
  ) {}

  @Get()
  @Allow('register.keep', 'case.prepare', 'case.keep')
  @ApiOperation({ summary: 'Households, by the name of their head' })
  @ApiPage(HouseholdResponse)
  list(@CurrentScope() scope: Scope, @Query() query: SubjectListQuery): Promise<Page<HouseholdResponse>> {
    return this.queries.list(scope, query);
  }

  @Get(':id')
  @Allow('register.keep', 'case.prepare', 'case.keep')
  @ApiOperation({ summary: 'One household' })
  @ApiOkResponse({ type: HouseholdResponse })
  one(@CurrentScope() scope: Scope, @IdParam() id: string): Promise<HouseholdResponse> {
    return this.queries.one(scope, id);
  }

  @OpeningRoute('household.add')
  @Allow('register.keep')
  add(
    @Sender() sender: CommandSender,
    @Body() input: AddHouseholdRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CommandResponse | Problem> {
    return this.face.open(reply, { ...sender, type: 'household.add', input }, { collection: 'households' });
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
