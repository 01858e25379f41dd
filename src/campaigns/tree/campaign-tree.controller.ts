import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { AnySeat } from '../../platform/auth/access.decorator';
import { CurrentScope } from '../../platform/auth/current-actor.decorator';
import type { Scope } from '../../platform/auth/scope';
import { IdParam } from '../../platform/http/validators';
import { CampaignTreeResponse } from '../dto/running.response';
import { CampaignTreeQueries } from './campaign-tree.queries';

/** Campaigns within campaigns, over HTTP. */
@ApiTags('campaigns')
@Controller('campaigns/:id/tree')
export class CampaignTreeController {
  constructor(private readonly queries: CampaignTreeQueries) {}

  @Get()
  @AnySeat()
  @ApiOperation({ summary: 'A campaign with those above and below it' })
  @ApiOkResponse({ type: CampaignTreeResponse })
  around(@CurrentScope() scope: Scope, @IdParam() id: string): Promise<CampaignTreeResponse> {
    return this.queries.around(scope, id);
  }
}
