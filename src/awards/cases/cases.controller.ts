import { Body, Controller, Get, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { awardWorkflow } from '../../../workflows/award';
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
import { CommandAvailability } from '../../platform/runner/command-availability';
import { commandInputsOf } from '../../platform/runner/feature-commands';
import { HistoryEvent } from '../history/dto/history-event.response';
import { HistoryQueries } from '../history/history.queries';
import { AwardCaseWorkflow } from './award-case.workflow';
import { CaseEligibilityQueries } from './case-eligibility.queries';
import { caseForms } from './case-forms';
import { CasesQueries } from './cases.queries';
import { CaseEligibilityQuery, CaseEligibilityResponse } from './dto/case-eligibility.response';
import { CaseListQuery } from './dto/case-list.request';
import { CaseListItem, CaseOverlapPair, CaseResponse } from './dto/case.response';
import { OverlapsQueries } from './overlaps.queries';
import { DraftCaseRequest } from './dto/nominate.request';

const commands = commandBody(commandInputsOf(caseForms), awardWorkflow);

/** Cases over HTTP: builds commands and shows answers, nothing else. */
@ApiTags('cases')
@Controller('cases')
export class CasesController {
  constructor(
    private readonly face: CommandFace,
    private readonly queries: CasesQueries,
    private readonly availability: CommandAvailability,
    private readonly workflow: AwardCaseWorkflow,
    private readonly overlaps: OverlapsQueries,
    private readonly history: HistoryQueries,
    private readonly eligibility: CaseEligibilityQueries,
  ) {}

  @Get()
  @AnySeat()
  @ApiOperation({ summary: 'Cases, the latest first' })
  @ApiPage(CaseListItem)
  list(@CurrentScope() scope: Scope, @Query() query: CaseListQuery): Promise<Page<CaseListItem>> {
    return this.queries.list(scope, query);
  }

  @Get('overlaps')
  @AnySeat()
  @ApiOperation({ summary: 'List cases that may be about the same as another one' })
  @ApiPage(CaseOverlapPair)
  listOverlaps(@CurrentScope() scope: Scope, @Query() query: PageQuery): Promise<Page<CaseOverlapPair>> {
    return this.overlaps.list(scope, query);
  }

  @Get(':id/history')
  @AnySeat()
  @ApiOperation({ summary: 'Show what happened to a case, who did it and why' })
  @ApiPage(HistoryEvent)
  historyOf(
    @CurrentActor() actor: Actor,
    @IdParam() id: string,
    @Query() query: PageQuery,
  ): Promise<Page<HistoryEvent>> {
    return this.history.of(actor, 'award', id, query);
  }

  @Get(':id')
  @AnySeat()
  @ApiOperation({ summary: 'One case' })
  @ApiOkResponse({ type: CaseResponse })
  one(@CurrentScope() scope: Scope, @IdParam() id: string): Promise<CaseResponse> {
    return this.queries.one(scope, id);
  }

  @Get(':id/eligibility')
  @Allow('register.keep', 'case.prepare', 'case.keep')
  @ApiOperation({
    summary: 'What the rules say of a case as it stands, beside what was found when it was appraised',
    description: 'Judges the evidence of the registers by the rules of the day of the submission. Changes nothing.',
  })
  @ApiOkResponse({ type: CaseEligibilityResponse })
  eligibilityOf(
    @CurrentActor() actor: Actor,
    @IdParam() id: string,
    @Query() query: CaseEligibilityQuery,
  ): Promise<CaseEligibilityResponse> {
    return this.eligibility.of(actor, id, query);
  }

  @Get(':id/commands')
  @AnySeat()
  @ApiOperation({ summary: 'What you may do now, and why not' })
  @ApiOkResponse({ type: AvailableCommandsResponse })
  commandsOf(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<AvailableCommandsResponse> {
    return this.availability.of(this.workflow, actor, id);
  }

  @OpeningRoute('award.draft')
  @Allow('case.prepare')
  draft(
    @Sender() sender: CommandSender,
    @Body() input: DraftCaseRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CommandResponse | Problem> {
    return this.face.open(
      reply,
      { ...sender, type: 'award.draft', input },
      { workflow: awardWorkflow, collection: 'cases' },
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
    return this.face.send(reply, { ...sender, instanceId, ...body }, awardWorkflow);
  }
}
