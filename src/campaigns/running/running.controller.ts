import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { AnySeat } from '../../platform/auth/access.decorator';
import { CurrentScope } from '../../platform/auth/current-actor.decorator';
import type { Scope } from '../../platform/auth/scope';
import type { Page } from '../../platform/http/pages/keyset-page';
import { PageQuery } from '../../platform/http/pages/page-query.request';
import { ApiPage } from '../../platform/http/pages/page.decorator';
import { IdParam } from '../../platform/http/validators';
import { AllocationSumsResponse, OutcomeResponse } from '../dto/running.response';
import { RunningQueries } from './running.queries';

/** What happens in a campaign beside its dates, over HTTP. It is changed by commands on the campaign. */
@ApiTags('campaigns')
@Controller('campaigns/:id')
export class RunningController {
  constructor(private readonly queries: RunningQueries) {}

  @Get('outcomes')
  @AnySeat()
  @ApiOperation({ summary: 'Criticism and praise of units, oldest first' })
  @ApiPage(OutcomeResponse)
  outcomes(
    @CurrentScope() scope: Scope,
    @IdParam() id: string,
    @Query() query: PageQuery,
  ): Promise<Page<OutcomeResponse>> {
    return this.queries.outcomes(scope, id, query);
  }

  @Get('allocation-sums')
  @AnySeat()
  @ApiOperation({ summary: 'Whether what the units were assigned adds up to the plans' })
  @ApiOkResponse({ type: AllocationSumsResponse })
  allocationSums(@CurrentScope() scope: Scope, @IdParam() id: string): Promise<AllocationSumsResponse> {
    return this.queries.allocationSums(scope, id);
  }
}
