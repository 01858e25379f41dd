import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { AnySeat } from '../../platform/auth/access.decorator';
import { CurrentScope } from '../../platform/auth/current-actor.decorator';
import type { Scope } from '../../platform/auth/scope';
import type { Page } from '../../platform/http/pages/keyset-page';
import { ApiPage } from '../../platform/http/pages/page.decorator';
import { LateFilter, LateListQuery } from '../dto/late.request';
import { LateCountsResponse, LateUnitResponse } from '../dto/late.response';
import { LateQueries } from './late.queries';

/** Who is late, over HTTP: of the units that the asker may see. */
@ApiTags('deadlines')
@Controller('late-units')
export class LateController {
  constructor(private readonly queries: LateQueries) {}

  @Get()
  @AnySeat()
  @ApiOperation({ summary: 'Units that still owe a pledge, a report or a dossier that was due, longest overdue first' })
  @ApiPage(LateUnitResponse)
  list(@CurrentScope() scope: Scope, @Query() query: LateListQuery): Promise<Page<LateUnitResponse>> {
    return this.queries.list(scope, query);
  }

  @Get('counts')
  @AnySeat()
  @ApiOperation({ summary: 'How many units are late, deadline by deadline' })
  @ApiOkResponse({ type: LateCountsResponse })
  counts(@CurrentScope() scope: Scope, @Query() filter: LateFilter): Promise<LateCountsResponse> {
    return this.queries.counts(scope, filter);
  }
}
