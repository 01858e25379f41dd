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
import { AddUserRequest } from './dto/add-user.request';
import { UserListQuery } from './dto/user-list.request';
import { UserResponse, UserSummary } from './dto/user.response';
import { userForms } from './user-forms';
import { UsersQueries } from './users.queries';

const commands = commandBody(commandInputsOf(userForms));

/** Users over HTTP. */
@ApiTags('users')
@Controller('users')
export class UsersController {
  constructor(
    private readonly face: CommandFace,
    private readonly queries: UsersQueries,
  ) {}

  @Get()
  @Allow('register.keep')
  @ApiOperation({ summary: 'Accounts, by login' })
  @ApiPage(UserSummary)
  list(@CurrentScope() scope: Scope, @Query() query: UserListQuery): Promise<Page<UserSummary>> {
    return this.queries.list(scope, query);
  }

  @Get(':id')
  @Allow('register.keep')
  @ApiOperation({ summary: 'One account' })
  @ApiOkResponse({ type: UserResponse })
  one(@CurrentScope() scope: Scope, @IdParam() id: string): Promise<UserResponse> {
    return this.queries.one(scope, id);
  }

  @OpeningRoute('user.add')
  @Allow('register.keep')
  add(
    @Sender() sender: CommandSender,
    @Body() input: AddUserRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CommandResponse | Problem> {
    return this.face.open(reply, { ...sender, type: 'user.add', input }, { collection: 'users' });
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
