import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { AnySeat } from '../../platform/auth/access.decorator';
import { CurrentScope } from '../../platform/auth/current-actor.decorator';
import type { Scope } from '../../platform/auth/scope';
import type { Page } from '../../platform/http/pages/keyset-page';
import { ApiPage } from '../../platform/http/pages/page.decorator';
import { ReadDatabase } from '../../platform/persistence';
import { ProgressReportListQuery, UnitProgressQuery } from '../dto/pledge-list.request';
import { ProgressReportResponse, UnitsProgressResponse } from '../dto/progress.response';
import { PledgeDirectory } from '../pledge-directory';
import { ProgressReportsQueries } from './progress-reports.queries';

/** Progress reports over HTTP. They are sent and verified by commands on their pledge. */
@ApiTags('progress-reports')
@Controller('progress-reports')
export class ProgressReportsController {
  constructor(
    private readonly queries: ProgressReportsQueries,
    private readonly pledges: PledgeDirectory,
    private readonly reads: ReadDatabase,
  ) {}

  @Get()
  @AnySeat()
  @ApiOperation({ summary: 'Progress reports, the latest first' })
  @ApiPage(ProgressReportResponse)
  list(@CurrentScope() scope: Scope, @Query() query: ProgressReportListQuery): Promise<Page<ProgressReportResponse>> {
    return this.queries.list(scope, query);
  }

  /** Who has pledged and reported, and who has not: at most as many entries as a plan has units. */
  @Get('units')
  @AnySeat()
  @ApiOperation({ summary: 'Who has pledged and reported in a campaign, and who has not' })
  @ApiOkResponse({ type: UnitsProgressResponse })
  async units(
    @CurrentScope() scope: Scope,
    @Query() { campaignId }: UnitProgressQuery,
  ): Promise<UnitsProgressResponse> {
    return { items: await this.pledges.progressOf(this.reads, scope, campaignId) };
  }
}
