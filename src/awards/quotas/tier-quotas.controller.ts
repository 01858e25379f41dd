import { Body, Controller, Get, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Allow, AnySeat } from '../../platform/auth/access.decorator';
import { CurrentScope } from '../../platform/auth/current-actor.decorator';
import type { Scope } from '../../platform/auth/scope';
import { CommandFace } from '../../platform/http/commands/command-face';
import type { CommandResponse } from '../../platform/http/commands/command-response';
import { OpeningRoute } from '../../platform/http/commands/opening-route.decorator';
import { Sender, type CommandSender } from '../../platform/http/commands/sender.decorator';
import type { Page } from '../../platform/http/pages/keyset-page';
import { ApiPage } from '../../platform/http/pages/page.decorator';
import type { Problem } from '../../platform/http/problems/problem';
import { IdParam } from '../../platform/http/validators';
import { StateBaseRequest, TierQuotaListQuery } from './dto/tier-quota.request';
import { TierQuotaResponse, TierQuotaSummary } from './dto/tier-quota.response';
import { TierQuotasQueries } from './tier-quotas.queries';

/** Quotas of the rules over HTTP: what they are a share of, and who has their places. */
@ApiTags('tier-quotas')
@Controller('tier-quotas')
export class TierQuotasController {
  constructor(
    private readonly face: CommandFace,
    private readonly queries: TierQuotasQueries,
  ) {}

  @Get()
  @AnySeat()
  @ApiOperation({ summary: 'How many of a tier the rules allow in a unit and year or in a campaign, by tier' })
  @ApiPage(TierQuotaSummary)
  list(@CurrentScope() scope: Scope, @Query() query: TierQuotaListQuery): Promise<Page<TierQuotaSummary>> {
    return this.queries.list(scope, query);
  }

  @Get(':id')
  @AnySeat()
  @ApiOperation({ summary: 'One of them with its places' })
  @ApiOkResponse({ type: TierQuotaResponse })
  one(@CurrentScope() scope: Scope, @IdParam() id: string): Promise<TierQuotaResponse> {
    return this.queries.one(scope, id);
  }

  @OpeningRoute('tierQuota.stateBase')
  @Allow('review.keep')
  stateBase(
    @Sender() sender: CommandSender,
    @Body() input: StateBaseRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CommandResponse | Problem> {
    return this.face.open(reply, { ...sender, type: 'tierQuota.stateBase', input }, { collection: 'tier-quotas' });
  }
}
