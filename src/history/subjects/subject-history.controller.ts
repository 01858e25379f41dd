import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { SUBJECT_KINDS } from '../../people';
import { Allow } from '../../platform/auth/access.decorator';
import type { Actor } from '../../platform/auth/actor';
import { CurrentActor } from '../../platform/auth/current-actor.decorator';
import type { Page } from '../../platform/http/pages/keyset-page';
import { PageQuery } from '../../platform/http/pages/page-query.request';
import { ApiPage } from '../../platform/http/pages/page.decorator';
import { IdParam } from '../../platform/http/validators';
import { HistoryEntryResponse, HistoryGridResponse } from './dto/history.response';
import { SubjectHistoryQueries } from './subject-history.queries';

const KIND = { name: 'kind', enum: SUBJECT_KINDS } as const;

/** What a subject has behind it, over HTTP. */
@ApiTags('history')
@Controller('subjects/:kind/:id/history')
export class SubjectHistoryController {
  constructor(private readonly queries: SubjectHistoryQueries) {}

  @Get()
  @Allow('register.keep', 'case.prepare', 'case.keep')
  @ApiOperation({
    summary: 'What happened over the years, the latest first',
    description: 'Discipline and what is pending are shown to those who keep registers or cases of its unit.',
  })
  @ApiParam(KIND)
  @ApiPage(HistoryEntryResponse)
  page(
    @CurrentActor() actor: Actor,
    @Param('kind') kind: string,
    @IdParam() id: string,
    @Query() query: PageQuery,
  ): Promise<Page<HistoryEntryResponse>> {
    return this.queries.page(actor, kind, id, query);
  }

  @Get('years')
  @Allow('register.keep', 'case.prepare', 'case.keep')
  @ApiOperation({ summary: 'The same as a grid of years' })
  @ApiParam(KIND)
  @ApiOkResponse({ type: HistoryGridResponse })
  grid(@CurrentActor() actor: Actor, @Param('kind') kind: string, @IdParam() id: string): Promise<HistoryGridResponse> {
    return this.queries.grid(actor, kind, id);
  }
}
