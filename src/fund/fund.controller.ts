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
import { PageQuery } from '../platform/http/pages/page-query.request';
import { ApiPage } from '../platform/http/pages/page.decorator';
import type { Problem } from '../platform/http/problems/problem';
import { IdParam } from '../platform/http/validators';
import { commandInputsOf } from '../platform/runner/feature-commands';
import { FundListQuery, OpenFundRequest } from './dto/fund.request';
import { FundEntryResponse, FundSummaryResponse, FundYearResponse } from './dto/fund.response';
import { fundForms } from './fund-forms';
import { FundQueries } from './fund.queries';
import { YearParam } from './year-param.decorator';

const commands = commandBody(commandInputsOf(fundForms));

/** The emulation and commendation fund over HTTP. */
@ApiTags('fund')
@Controller('fund')
export class FundController {
  constructor(
    private readonly face: CommandFace,
    private readonly queries: FundQueries,
  ) {}

  @Get()
  @Allow('fund.keep', 'tally.read', 'audit.read')
  @ApiOperation({ summary: 'Funds of units by year, the latest first' })
  @ApiPage(FundYearResponse)
  list(@CurrentScope() scope: Scope, @Query() query: FundListQuery): Promise<Page<FundYearResponse>> {
    return this.queries.list(scope, query);
  }

  @Get(':unitId/:year')
  @Allow('fund.keep', 'tally.read', 'audit.read')
  @ApiOperation({ summary: 'Where the fund of a unit stands in a year' })
  @ApiOkResponse({ type: FundSummaryResponse })
  summary(
    @CurrentScope() scope: Scope,
    @IdParam('unitId') unitId: string,
    @YearParam() year: number,
  ): Promise<FundSummaryResponse> {
    return this.queries.summary(scope, unitId, year);
  }

  @Get(':unitId/:year/entries')
  @Allow('fund.keep', 'tally.read', 'audit.read')
  @ApiOperation({ summary: 'The entries of a year, the latest first' })
  @ApiPage(FundEntryResponse)
  entries(
    @CurrentScope() scope: Scope,
    @IdParam('unitId') unitId: string,
    @YearParam() year: number,
    @Query() query: PageQuery,
  ): Promise<Page<FundEntryResponse>> {
    return this.queries.entries(scope, unitId, year, query);
  }

  @OpeningRoute('fund.open')
  @Allow('fund.keep')
  open(
    @Sender() sender: CommandSender,
    @Body() input: OpenFundRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CommandResponse | Problem> {
    return this.face.open(reply, { ...sender, type: 'fund.open', input }, { collection: 'fund' });
  }

  @CommandRoute(commands)
  @Allow('fund.keep')
  command(
    @Sender() sender: CommandSender,
    @IdParam() instanceId: string,
    @Body(commands.pipe) body: CommandOf<typeof commands>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CommandResponse | Problem> {
    return this.face.send(reply, { ...sender, instanceId, ...body });
  }
}
