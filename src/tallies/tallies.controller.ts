import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Allow } from '../platform/auth/access.decorator';
import type { Actor } from '../platform/auth/actor';
import { CurrentActor } from '../platform/auth/current-actor.decorator';
import type { Page } from '../platform/http/pages/keyset-page';
import { ApiPage } from '../platform/http/pages/page.decorator';
import { TallyCasesQuery, TallyQuery, TallyResultsQuery } from './dto/tally-queries.request';
import { TallyCase, TallyResponse, TallyResultsResponse } from './dto/tally.response';
import { tallyScopeOf } from './reading-scope';
import { TalliesQueries } from './tallies.queries';

/** Tallies over HTTP. */
@ApiTags('tallies')
@Controller('tallies')
export class TalliesController {
  constructor(private readonly queries: TalliesQueries) {}

  @Get()
  @Allow('tally.read')
  @ApiOkResponse({ type: TallyResponse })
  async tally(@CurrentActor() actor: Actor, @Query() query: TallyQuery): Promise<TallyResponse> {
    const { campaignId = null, axis, family } = query;
    const { state, party, ...head } = await this.queries.of(tallyScopeOf(actor), { campaignId, axis });
    return { ...head, ...(family === 'party' ? {} : { state }), ...(family === 'state' ? {} : { party }) };
  }

  @Get('results')
  @Allow('tally.read')
  @ApiOkResponse({ type: TallyResultsResponse })
  results(@CurrentActor() actor: Actor, @Query() { campaignId }: TallyResultsQuery): Promise<TallyResultsResponse> {
    return this.queries.resultsOf(tallyScopeOf(actor), campaignId);
  }

  @Get('lines')
  @Allow('tally.read')
  @ApiPage(TallyCase)
  lines(@CurrentActor() actor: Actor, @Query() query: TallyCasesQuery): Promise<Page<TallyCase>> {
    return this.queries.casesBehind(tallyScopeOf(actor), query);
  }
}
