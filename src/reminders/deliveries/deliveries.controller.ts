import { Controller, Get, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow } from '../../platform/auth/access.decorator';
import { CurrentScope } from '../../platform/auth/current-actor.decorator';
import type { Scope } from '../../platform/auth/scope';
import type { Page } from '../../platform/http/pages/keyset-page';
import { ApiPage } from '../../platform/http/pages/page.decorator';
import { DeliveryListQuery } from '../dto/deliveries.request';
import { DeliveryResponse } from '../dto/delivery.response';
import { RemindersQueries } from '../reminders.queries';

/** Who was told of deadlines, over HTTP: for the offices whose deadlines they are. */
@ApiTags('deadlines')
@Controller('deliveries')
export class DeliveriesController {
  constructor(private readonly queries: RemindersQueries) {}

  @Get()
  @Allow('campaign.run', 'audit.read')
  @ApiOperation({ summary: 'Who was told of deadlines, by which channel, and which mails are in doubt; newest first' })
  @ApiPage(DeliveryResponse)
  list(@CurrentScope() scope: Scope, @Query() query: DeliveryListQuery): Promise<Page<DeliveryResponse>> {
    return this.queries.deliveries(scope, query);
  }
}
