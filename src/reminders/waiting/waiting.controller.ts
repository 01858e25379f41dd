import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { AnySeat } from '../../platform/auth/access.decorator';
import type { Actor } from '../../platform/auth/actor';
import { CurrentActor } from '../../platform/auth/current-actor.decorator';
import type { Page } from '../../platform/http/pages/keyset-page';
import { ApiPage } from '../../platform/http/pages/page.decorator';
import { WaitingListQuery } from '../dto/waiting.request';
import { WaitingCountsResponse, WaitingItemResponse } from '../dto/waiting.response';
import { WaitingQueries } from './waiting.queries';

/** What waits for the signed-in user, over HTTP. */
@ApiTags('notices')
@Controller('waiting')
export class WaitingController {
  constructor(private readonly queries: WaitingQueries) {}

  @Get()
  @AnySeat()
  @ApiOperation({ summary: 'What waits for me to sign, send, receive, appraise, vote on or issue; what is due first' })
  @ApiPage(WaitingItemResponse)
  list(@CurrentActor() actor: Actor, @Query() query: WaitingListQuery): Promise<Page<WaitingItemResponse>> {
    return this.queries.list(actor, query);
  }

  @Get('counts')
  @AnySeat()
  @ApiOperation({ summary: 'How many things wait for me, kind by kind' })
  @ApiOkResponse({ type: WaitingCountsResponse })
  counts(@CurrentActor() actor: Actor): Promise<WaitingCountsResponse> {
    return this.queries.counts(actor);
  }
}
