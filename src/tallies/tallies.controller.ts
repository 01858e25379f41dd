import { Controller, Get, Header, Query } from '@nestjs/common';
import { ApiExtraModels, ApiOkResponse, ApiOperation, ApiProduces, ApiTags, getSchemaPath } from '@nestjs/swagger';
import { Allow } from '../platform/auth/access.decorator';
import type { Actor } from '../platform/auth/actor';
import { CurrentActor } from '../platform/auth/current-actor.decorator';
import { scopeOf } from '../platform/auth/scope';
import { BreakdownsQueries, type CountedPage } from './breakdowns.queries';
import { QuotaStandingsQuery, QuotaTableQuery } from './dto/quota-standings.request';
import { TallyCasesQuery, TallyGroupsQuery, TallyTableQuery } from './dto/tally-filter.request';
import { TallyQuery, TallyResultsQuery } from './dto/tally-queries.request';
import {
  QuotaStandingsResponse,
  TallyCase,
  TallyGroupsResponse,
  TallyResponse,
  TallyResultsResponse,
} from './dto/tally.response';
import { StandingsQueries } from './standings.queries';
import { TalliesQueries } from './tallies.queries';

/** Tallies over HTTP. */
@ApiTags('tallies')
@Controller('tallies')
export class TalliesController {
  constructor(
    private readonly queries: TalliesQueries,
    private readonly breakdowns: BreakdownsQueries,
    private readonly standings: StandingsQueries,
  ) {}

  @Get()
  @Allow('tally.read')
  @ApiOperation({ summary: 'Tally of a campaign on one axis, as it was counted last' })
  @ApiOkResponse({ type: TallyResponse })
  async tally(@CurrentActor() actor: Actor, @Query() query: TallyQuery): Promise<TallyResponse> {
    const { campaignId = null, axis, family } = query;
    const { state, party, ...head } = await this.queries.of(scopeOf(actor, ['tally.read']), { campaignId, axis });
    return { ...head, ...(family === 'party' ? {} : { state }), ...(family === 'state' ? {} : { party }) };
  }

  @Get('results')
  @Allow('tally.read')
  @ApiOperation({ summary: 'How the indicators and measures of a campaign came out' })
  @ApiOkResponse({ type: TallyResultsResponse })
  results(@CurrentActor() actor: Actor, @Query() { campaignId }: TallyResultsQuery): Promise<TallyResultsResponse> {
    return this.queries.resultsOf(scopeOf(actor, ['tally.read']), campaignId);
  }

  @Get('groups')
  @Allow('tally.read')
  @ApiOperation({ summary: 'Tally broken down by up to three dimensions' })
  @ApiOkResponse({ type: TallyGroupsResponse })
  async groups(@CurrentActor() actor: Actor, @Query() query: TallyGroupsQuery): Promise<TallyGroupsResponse> {
    const { state, party, ...head } = await this.breakdowns.groupsOf(scopeOf(actor, ['tally.read']), query);
    return {
      ...head,
      ...(query.family === 'party' ? {} : { state }),
      ...(query.family === 'state' ? {} : { party }),
    };
  }

  @Get('table')
  @Allow('tally.read')
  @Header('content-type', 'text/csv; charset=utf-8')
  @Header('content-disposition', 'attachment; filename="tally.csv"')
  @ApiOperation({ summary: 'The same as comma-separated values for spreadsheets' })
  @ApiProduces('text/csv')
  @ApiOkResponse({ schema: { type: 'string' } })
  table(@CurrentActor() actor: Actor, @Query() query: TallyTableQuery): Promise<string> {
    return this.breakdowns.tableOf(scopeOf(actor, ['tally.read']), query);
  }

  @Get('quotas')
  @Allow('tally.read')
  @ApiOperation({ summary: 'Places of quotas beside the tally: proposed, used, left and waiting, by tier' })
  @ApiOkResponse({ type: QuotaStandingsResponse })
  quotas(@CurrentActor() actor: Actor, @Query() query: QuotaStandingsQuery): Promise<QuotaStandingsResponse> {
    return this.standings.of(scopeOf(actor, ['tally.read']), query);
  }

  @Get('quotas/table')
  @Allow('tally.read')
  @Header('content-type', 'text/csv; charset=utf-8')
  @Header('content-disposition', 'attachment; filename="quotas.csv"')
  @ApiOperation({ summary: 'The same as comma-separated values for spreadsheets' })
  @ApiProduces('text/csv')
  @ApiOkResponse({ schema: { type: 'string' } })
  quotaTable(@CurrentActor() actor: Actor, @Query() query: QuotaTableQuery): Promise<string> {
    return this.standings.tableOf(scopeOf(actor, ['tally.read']), query);
  }

  @Get('cases')
  @Allow('tally.read')
  @ApiOperation({ summary: 'The cases behind a number, page by page' })
  @ApiExtraModels(TallyCase)
  @ApiOkResponse({
    schema: {
      type: 'object',
      required: ['items', 'nextCursor', 'total'],
      properties: {
        items: { type: 'array', items: { $ref: getSchemaPath(TallyCase) } },
        nextCursor: { type: 'string', nullable: true, description: 'Null on the last page.' },
        total: { type: 'integer', description: 'On all pages: the number itself.' },
      },
    },
  })
  cases(@CurrentActor() actor: Actor, @Query() query: TallyCasesQuery): Promise<CountedPage<TallyCase>> {
    return this.breakdowns.casesBehind(scopeOf(actor, ['tally.read']), query);
  }
}
