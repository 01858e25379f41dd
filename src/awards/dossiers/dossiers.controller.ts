import { Body, Controller, Get, Post, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Allow, AnySeat } from '../../platform/auth/access.decorator';
import type { Actor } from '../../platform/auth/actor';
import { CurrentActor, CurrentScope } from '../../platform/auth/current-actor.decorator';
import type { Scope } from '../../platform/auth/scope';
import { AvailableCommandsResponse } from '../../platform/http/commands/available-commands';
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
import { dossierForms } from './dossier-forms';
import { DossiersQueries } from './dossiers.queries';
import { DossierListQuery } from './dto/dossier-list.request';
import { DraftDossierRequest } from './dto/dossier.request';
import { DossierResponse, DossierSummary } from './dto/dossier.response';

const commands = commandBody(commandInputsOf(dossierForms));

/** Dossiers over HTTP: builds commands and shows answers, nothing else. */
@ApiTags('dossiers')
@Controller('dossiers')
export class DossiersController {
  constructor(
    private readonly face: CommandFace,
    private readonly queries: DossiersQueries,
  ) {}

  @Get()
  @AnySeat()
  @ApiPage(DossierSummary)
  list(@CurrentScope() scope: Scope, @Query() query: DossierListQuery): Promise<Page<DossierSummary>> {
    return this.queries.list(scope, query);
  }

  @Get(':id')
  @AnySeat()
  @ApiOkResponse({ type: DossierResponse })
  one(@CurrentScope() scope: Scope, @IdParam() id: string): Promise<DossierResponse> {
    return this.queries.one(scope, id);
  }

  @Get(':id/commands')
  @AnySeat()
  @ApiOkResponse({ type: AvailableCommandsResponse })
  commandsOf(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<AvailableCommandsResponse> {
    return this.queries.commandsOf(actor, id);
  }

  @Post()
  @Allow('case.prepare')
  draft(
    @Sender() sender: CommandSender,
    @Body() input: DraftDossierRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CommandResponse | Problem> {
    return this.face.open(reply, { ...sender, type: 'dossier.draft', input }, { collection: 'dossiers' });
  }

  @CommandRoute(commands)
  @AnySeat()
  command(
    @Sender() sender: CommandSender,
    @IdParam() instanceId: string,
    @Body(commands.pipe) body: CommandOf<typeof commands>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CommandResponse | Problem> {
    return this.face.send(reply, { ...sender, instanceId, ...body });
  }
}
