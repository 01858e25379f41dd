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
import { ApiPage } from '../../platform/http/pages/page.decorator';
import type { Problem } from '../../platform/http/problems/problem';
import { IdParam } from '../../platform/http/validators';
import { commandInputsOf } from '../../platform/runner/feature-commands';
import { consultationForms } from './consultation-forms';
import { ConsultationsQueries } from './consultations.queries';
import { ConsultationListQuery } from './dto/consultation-list.request';
import { OpenConsultationRequest } from './dto/consultation.request';
import { ConsultationListItem, ConsultationResponse } from './dto/consultation.response';

const commands = commandBody(commandInputsOf(consultationForms));

/** Consultations over HTTP: builds commands and shows answers, nothing else. */
@ApiTags('consultations')
@Controller('consultations')
export class ConsultationsController {
  constructor(
    private readonly face: CommandFace,
    private readonly queries: ConsultationsQueries,
  ) {}

  @Get()
  @AnySeat()
  @ApiOperation({ summary: 'List consultations' })
  @ApiPage(ConsultationListItem)
  list(@CurrentScope() scope: Scope, @Query() query: ConsultationListQuery): Promise<Page<ConsultationListItem>> {
    return this.queries.list(scope, query);
  }

  @Get(':id')
  @Allow('case.keep', 'case.decide', 'audit.read')
  @ApiOperation({ summary: 'Show a consultation with its objections' })
  @ApiOkResponse({ type: ConsultationResponse })
  one(@CurrentScope() scope: Scope, @IdParam() id: string): Promise<ConsultationResponse> {
    return this.queries.one(scope, id);
  }

  @Get(':id/commands')
  @AnySeat()
  @ApiOperation({ summary: 'Say what can be done with a consultation, and why not' })
  @ApiOkResponse({ type: AvailableCommandsResponse })
  commandsOf(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<AvailableCommandsResponse> {
    return this.queries.commandsOf(actor, id);
  }

  @OpeningRoute('consultation.open')
  @Allow('case.keep')
  open(
    @Sender() sender: CommandSender,
    @Body() input: OpenConsultationRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CommandResponse | Problem> {
    return this.face.open(reply, { ...sender, type: 'consultation.open', input }, { collection: 'consultations' });
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
