import { Body, Controller, Get, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
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
import { OpeningRoute } from '../../platform/http/commands/opening-route.decorator';
import { Sender, type CommandSender } from '../../platform/http/commands/sender.decorator';
import type { Page } from '../../platform/http/pages/keyset-page';
import { PageQuery } from '../../platform/http/pages/page-query.request';
import { ApiPage } from '../../platform/http/pages/page.decorator';
import type { Problem } from '../../platform/http/problems/problem';
import { IdParam } from '../../platform/http/validators';
import { commandInputsOf } from '../../platform/runner/feature-commands';
import { HistoryEvent } from '../history/dto/history-event.response';
import { HistoryQueries } from '../history/history.queries';
import { DossierWorkQueries } from './dossier-work.queries';
import { dossierForms } from './dossier-forms';
import { DossiersQueries } from './dossiers.queries';
import { DossierGapResponse, DossierLineResponse } from './dto/dossier-work.response';
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
    private readonly work: DossierWorkQueries,
    private readonly history: HistoryQueries,
  ) {}

  @Get()
  @AnySeat()
  @ApiOperation({ summary: 'Dossiers, the latest first' })
  @ApiPage(DossierSummary)
  list(@CurrentScope() scope: Scope, @Query() query: DossierListQuery): Promise<Page<DossierSummary>> {
    return this.queries.list(scope, query);
  }

  @Get(':id')
  @AnySeat()
  @ApiOperation({ summary: 'A dossier with its papers' })
  @ApiOkResponse({ type: DossierResponse })
  one(@CurrentScope() scope: Scope, @IdParam() id: string): Promise<DossierResponse> {
    return this.queries.one(scope, id);
  }

  @Get(':id/lines')
  @AnySeat()
  @ApiOperation({ summary: 'List the names that were handed in together, and what became of each' })
  @ApiPage(DossierLineResponse)
  linesOf(
    @CurrentScope() scope: Scope,
    @IdParam() id: string,
    @Query() query: PageQuery,
  ): Promise<Page<DossierLineResponse>> {
    return this.work.lines(scope, id, query);
  }

  @Get(':id/gaps')
  @AnySeat()
  @ApiOperation({ summary: 'List what the dossier and its cases were found to lack' })
  @ApiPage(DossierGapResponse)
  gapsOf(
    @CurrentScope() scope: Scope,
    @IdParam() id: string,
    @Query() query: PageQuery,
  ): Promise<Page<DossierGapResponse>> {
    return this.work.gaps(scope, id, query);
  }

  @Get(':id/history')
  @AnySeat()
  @ApiOperation({ summary: 'Show what happened to a dossier, who did it and why' })
  @ApiPage(HistoryEvent)
  historyOf(
    @CurrentActor() actor: Actor,
    @IdParam() id: string,
    @Query() query: PageQuery,
  ): Promise<Page<HistoryEvent>> {
    return this.history.of(actor, 'dossier', id, query);
  }

  @Get(':id/commands')
  @AnySeat()
  @ApiOperation({ summary: 'What you may do now, and why not' })
  @ApiOkResponse({ type: AvailableCommandsResponse })
  commandsOf(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<AvailableCommandsResponse> {
    return this.queries.commandsOf(actor, id);
  }

  @OpeningRoute('dossier.draft')
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
