import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { AnySeat } from '../../platform/auth/access.decorator';
import { CurrentScope } from '../../platform/auth/current-actor.decorator';
import type { Scope } from '../../platform/auth/scope';
import type { Page } from '../../platform/http/pages/keyset-page';
import { ApiPage } from '../../platform/http/pages/page.decorator';
import { IdParam } from '../../platform/http/validators';
import { DueReportResponse, DueRequestsResponse } from '../dto/due-reports.response';
import { DueReportsQuery, UnitResultsQuery } from '../dto/results.request';
import { CampaignResultsResponse, UnitResultResponse } from '../dto/results.response';
import { DueReportsQueries } from './due-reports.queries';
import { ResultsQueries } from './results.queries';
import { UnitResultsQueries } from './unit-results.queries';

/** The results of a campaign and the reports that are due in it, over HTTP: of the units that the asker may see. */
@ApiTags('campaigns')
@Controller('campaigns/:id')
export class ResultsController {
  constructor(
    private readonly results: ResultsQueries,
    private readonly unitResults: UnitResultsQueries,
    private readonly dueReports: DueReportsQueries,
  ) {}

  @Get('results')
  @AnySeat()
  @ApiOperation({ summary: 'How many indicators are reached and exceeded, computed and as units state it' })
  @ApiOkResponse({ type: CampaignResultsResponse })
  of(@CurrentScope() scope: Scope, @IdParam() id: string): Promise<CampaignResultsResponse> {
    return this.results.of(scope, id);
  }

  @Get('results/units')
  @AnySeat()
  @ApiOperation({ summary: 'Unit by unit how a measure stands: who is over, who is under' })
  @ApiPage(UnitResultResponse)
  units(
    @CurrentScope() scope: Scope,
    @IdParam() id: string,
    @Query() query: UnitResultsQuery,
  ): Promise<Page<UnitResultResponse>> {
    return this.unitResults.list(scope, id, query);
  }

  @Get('report-requests')
  @AnySeat()
  @ApiOperation({ summary: 'How many units have reported on each request, in time or late, and how many have not' })
  @ApiOkResponse({ type: DueRequestsResponse })
  async requests(@CurrentScope() scope: Scope, @IdParam() id: string): Promise<DueRequestsResponse> {
    return { items: await this.dueReports.requests(scope, id) };
  }

  @Get('due-reports')
  @AnySeat()
  @ApiOperation({ summary: 'Unit by unit how the reports stand to one request: late, overdue' })
  @ApiPage(DueReportResponse)
  due(
    @CurrentScope() scope: Scope,
    @IdParam() id: string,
    @Query() query: DueReportsQuery,
  ): Promise<Page<DueReportResponse>> {
    return this.dueReports.units(scope, id, query);
  }
}
