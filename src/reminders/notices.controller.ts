import { Controller, Get, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { AnySeat } from '../platform/auth/access.decorator';
import type { Actor } from '../platform/auth/actor';
import { CurrentActor, CurrentScope } from '../platform/auth/current-actor.decorator';
import type { Scope } from '../platform/auth/scope';
import type { Page } from '../platform/http/pages/keyset-page';
import { ApiPage } from '../platform/http/pages/page.decorator';
import { NoticeResponse } from './dto/notice.response';
import { NoticeListQuery } from './dto/notices.request';
import { RemindersQueries } from './reminders.queries';

/** What the signed-in user was told, over HTTP. */
@ApiTags('notices')
@Controller('notices')
export class NoticesController {
  constructor(private readonly queries: RemindersQueries) {}

  @Get()
  @AnySeat()
  @ApiOperation({ summary: 'My notices, newest first' })
  @ApiPage(NoticeResponse)
  inbox(
    @CurrentActor() actor: Actor,
    @CurrentScope() scope: Scope,
    @Query() query: NoticeListQuery,
  ): Promise<Page<NoticeResponse>> {
    return this.queries.inbox(scope, actor.id, query);
  }
}
