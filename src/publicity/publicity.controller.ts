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
import { PageQuery } from '../platform/http/pages/page-query.request';
import { ApiPage } from '../platform/http/pages/page.decorator';
import type { Problem } from '../platform/http/problems/problem';
import { IdParam } from '../platform/http/validators';
import { commandInputsOf } from '../platform/runner/feature-commands';
import { PieceListQuery, PublicityListQuery, ReportListQuery } from './dto/publicity-list.request';
import { PlanPublicityRequest } from './dto/publicity.request';
import {
  OverdueReportResponse,
  PublicityPieceResponse,
  PublicityPlanResponse,
  PublicityReportResponse,
} from './dto/publicity.response';
import { publicityForms } from './publicity-forms';
import { PublicityReportsQueries } from './publicity-reports.queries';
import { PublicityQueries } from './publicity.queries';

const commands = commandBody(commandInputsOf(publicityForms));

/** How campaigns are made known, over HTTP. */
@ApiTags('publicity')
@Controller('publicity-plans')
export class PublicityController {
  constructor(
    private readonly face: CommandFace,
    private readonly queries: PublicityQueries,
    private readonly reported: PublicityReportsQueries,
  ) {}

  @Get()
  @AnySeat()
  @ApiOperation({ summary: 'Publicity plans of campaigns, newest first' })
  @ApiPage(PublicityPlanResponse)
  list(@CurrentScope() scope: Scope, @Query() query: PublicityListQuery): Promise<Page<PublicityPlanResponse>> {
    return this.queries.list(scope, query);
  }

  @Get(':id')
  @AnySeat()
  @ApiOperation({ summary: 'The publicity plan of a campaign' })
  @ApiOkResponse({ type: PublicityPlanResponse })
  one(@CurrentScope() scope: Scope, @IdParam() id: string): Promise<PublicityPlanResponse> {
    return this.queries.one(scope, id);
  }

  @Get(':id/pieces')
  @AnySeat()
  @ApiOperation({ summary: 'What your units are in charge of, the next due first, and how each piece stands' })
  @ApiPage(PublicityPieceResponse)
  pieces(
    @CurrentScope() scope: Scope,
    @IdParam() id: string,
    @Query() query: PieceListQuery,
  ): Promise<Page<PublicityPieceResponse>> {
    return this.queries.pieces(scope, id, query);
  }

  @Get(':id/reports')
  @AnySeat()
  @ApiOperation({ summary: 'What was reported, the latest first, each judged by its figure' })
  @ApiPage(PublicityReportResponse)
  reports(
    @CurrentScope() scope: Scope,
    @IdParam() id: string,
    @Query() query: ReportListQuery,
  ): Promise<Page<PublicityReportResponse>> {
    return this.reported.reports(scope, id, query);
  }

  @Get(':id/overdue')
  @AnySeat()
  @ApiOperation({ summary: 'Who has not reported in time, the longest overdue first' })
  @ApiPage(OverdueReportResponse)
  overdue(
    @CurrentScope() scope: Scope,
    @IdParam() id: string,
    @Query() query: PageQuery,
  ): Promise<Page<OverdueReportResponse>> {
    return this.reported.overdue(scope, id, query);
  }

  @OpeningRoute('publicity.plan')
  @Allow('campaign.run')
  plan(
    @Sender() sender: CommandSender,
    @Body() input: PlanPublicityRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CommandResponse | Problem> {
    return this.face.open(reply, { ...sender, type: 'publicity.plan', input }, { collection: 'publicity-plans' });
  }

  @CommandRoute(commands)
  @Allow('publicity.report', 'campaign.run')
  command(
    @Sender() sender: CommandSender,
    @IdParam() instanceId: string,
    @Body(commands.pipe) body: CommandOf<typeof commands>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CommandResponse | Problem> {
    return this.face.send(reply, { ...sender, instanceId, ...body });
  }
}
