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
import { AddPersonRequest } from './dto/add-person.request';
import { SubjectListQuery } from './dto/subject-list.request';
import { PersonResponse, PersonSummary, PossibleDuplicate } from './dto/person.response';
import { personForms } from './person-forms';
import { PeopleQueries } from './people.queries';

const commands = commandBody(commandInputsOf(personForms));

/** People over HTTP. */
@ApiTags('people')
@Controller('people')
export class PeopleController {
  constructor(
    private readonly face: CommandFace,
    private readonly queries: PeopleQueries,
  ) {}

  @Get()
  @Allow('register.keep', 'case.prepare', 'case.keep')
  @ApiOperation({ summary: 'People, by name' })
  @ApiPage(PersonSummary)
  list(@CurrentScope() scope: Scope, @Query() query: SubjectListQuery): Promise<Page<PersonSummary>> {
    return this.queries.list(scope, query);
  }

  @Get('duplicates')
  @Allow('register.keep')
  @ApiOperation({ summary: 'People who may be there twice: of one name and one birthday' })
  @ApiPage(PossibleDuplicate)
  duplicates(@CurrentScope() scope: Scope, @Query() query: SubjectListQuery): Promise<Page<PossibleDuplicate>> {
    return this.queries.duplicates(scope, query);
  }

  @Get(':id')
  @Allow('register.keep', 'case.prepare', 'case.keep')
  @ApiOperation({ summary: 'One person' })
  @ApiOkResponse({ type: PersonResponse })
  one(@CurrentScope() scope: Scope, @IdParam() id: string): Promise<PersonResponse> {
    return this.queries.one(scope, id);
  }

  @OpeningRoute('person.add')
  @Allow('register.keep')
  add(
    @Sender() sender: CommandSender,
    @Body() input: AddPersonRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CommandResponse | Problem> {
    return this.face.open(reply, { ...sender, type: 'person.add', input }, { collection: 'people' });
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
