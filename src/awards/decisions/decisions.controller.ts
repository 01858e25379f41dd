import { Body, Controller, Get, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { decisionWorkflow } from '../../../workflows/decision';
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
import { CommandAvailability } from '../../platform/runner/command-availability';
import { commandInputsOf } from '../../platform/runner/feature-commands';
import { DecisionDocuments } from './decision-documents.service';
import { DecisionPreviews } from './decision-preview.service';
import { DecisionWorkflow } from './decision.workflow';
import { decisionForms } from './decision-forms';
import { DecisionsQueries } from './decisions.queries';
import { DecisionDocumentResponse, DecisionPreviewResponse } from './dto/decision-document.response';
import { DecisionListQuery } from './dto/decision-list.request';
import { DecisionSummary, DecisionResponse } from './dto/decision.response';
import { DraftDecisionRequest } from './dto/decision.request';

const commands = commandBody(commandInputsOf(decisionForms), decisionWorkflow);

/** Decisions over HTTP: builds commands and shows answers, nothing else. */
@ApiTags('decisions')
@Controller('decisions')
export class DecisionsController {
  constructor(
    private readonly face: CommandFace,
    private readonly queries: DecisionsQueries,
    private readonly documents: DecisionDocuments,
    private readonly previews: DecisionPreviews,
    private readonly availability: CommandAvailability,
    private readonly workflow: DecisionWorkflow,
  ) {}

  @Get()
  @AnySeat()
  @ApiOperation({ summary: 'Decisions, the latest first' })
  @ApiPage(DecisionSummary)
  list(@CurrentScope() scope: Scope, @Query() query: DecisionListQuery): Promise<Page<DecisionSummary>> {
    return this.queries.list(scope, query);
  }

  @Get(':id')
  @AnySeat()
  @ApiOperation({ summary: 'One decision' })
  @ApiOkResponse({ type: DecisionResponse })
  one(@CurrentScope() scope: Scope, @IdParam() id: string): Promise<DecisionResponse> {
    return this.queries.one(scope, id);
  }

  @Get(':id/document')
  @AnySeat()
  @ApiOperation({ summary: 'What the printed decision says, with its annexes by tier and how prizes were worked out' })
  @ApiOkResponse({ type: DecisionDocumentResponse })
  document(@CurrentScope() scope: Scope, @IdParam() id: string): Promise<DecisionDocumentResponse> {
    return this.documents.of(scope, id);
  }

  @Get(':id/preview')
  @AnySeat()
  @ApiOperation({ summary: 'Which cases could not follow the decision if it were issued today, and why' })
  @ApiOkResponse({ type: DecisionPreviewResponse })
  preview(@CurrentScope() scope: Scope, @IdParam() id: string): Promise<DecisionPreviewResponse> {
    return this.previews.of(scope, id);
  }

  @Get(':id/commands')
  @AnySeat()
  @ApiOperation({ summary: 'What you may do now, and why not' })
  @ApiOkResponse({ type: AvailableCommandsResponse })
  commandsOf(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<AvailableCommandsResponse> {
    return this.availability.of(this.workflow, actor, id);
  }

  @OpeningRoute('decision.draft')
  @Allow('decision.prepare')
  draft(
    @Sender() sender: CommandSender,
    @Body() input: DraftDecisionRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CommandResponse | Problem> {
    return this.face.open(
      reply,
      { ...sender, type: 'decision.draft', input },
      { workflow: decisionWorkflow, collection: 'decisions' },
    );
  }

  @CommandRoute(commands)
  @AnySeat()
  command(
    @Sender() sender: CommandSender,
    @IdParam() instanceId: string,
    @Body(commands.pipe) body: CommandOf<typeof commands>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CommandResponse | Problem> {
    return this.face.send(reply, { ...sender, instanceId, ...body }, decisionWorkflow);
  }
}
