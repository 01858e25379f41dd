import { Body, Controller, Get, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Allow, AnySeat } from '../../platform/auth/access.decorator';
import { CurrentScope } from '../../platform/auth/current-actor.decorator';
import type { Scope } from '../../platform/auth/scope';
import { commandBody, type CommandOf } from '../../platform/http/commands/command-body';
import { CommandFace } from '../../platform/http/commands/command-face';
import type { CommandResponse } from '../../platform/http/commands/command-response';
import { CommandRoute } from '../../platform/http/commands/command-route.decorator';
import { OpeningRoute } from '../../platform/http/commands/opening-route.decorator';
import { Sender, type CommandSender } from '../../platform/http/commands/sender.decorator';
import type { Page } from '../../platform/http/pages/keyset-page';
import { PageQuery } from '../../platform/http/pages/page-query.request';
import { ApiPage } from '../../platform/http/pages/page.decorator';
import type { Problem } from '../../platform/http/problems/problem';
import { IdParam } from '../../platform/http/validators';
import { commandInputsOf } from '../../platform/runner/feature-commands';
import { OpenQuotaRequest, QuotaListQuery } from './dto/quota.request';
import { QuotaResponse, QuotaSummary } from './dto/quota.response';
import { quotaForms } from './quota-forms';
import { QuotasQueries } from './quotas.queries';

const commands = commandBody(commandInputsOf(quotaForms));

/** Quotas over HTTP. */
@ApiTags('quotas')
@Controller('quotas')
export class QuotasController {
  constructor(
    private readonly face: CommandFace,
    private readonly queries: QuotasQueries,
  ) {}

  @Get()
  @AnySeat()
  @ApiOperation({ summary: 'Quotas of councils, by tier' })
  @ApiPage(QuotaSummary)
  list(@CurrentScope() scope: Scope, @Query() query: QuotaListQuery): Promise<Page<QuotaSummary>> {
    return this.queries.list(scope, query);
  }

  @Get(':id')
  @AnySeat()
  @ApiOperation({ summary: 'One quota with its places and its waiting list, page by page' })
  @ApiOkResponse({ type: QuotaResponse })
  one(@CurrentScope() scope: Scope, @IdParam() id: string, @Query() page: PageQuery): Promise<QuotaResponse> {
    return this.queries.one(scope, id, page);
  }

  @OpeningRoute('quota.open')
  @Allow('review.keep')
  open(
    @Sender() sender: CommandSender,
    @Body() input: OpenQuotaRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CommandResponse | Problem> {
    return this.face.open(reply, { ...sender, type: 'quota.open', input }, { collection: 'quotas' });
  }

  @CommandRoute(commands)
  @Allow('review.keep')
  command(
    @Sender() sender: CommandSender,
    @IdParam() instanceId: string,
    @Body(commands.pipe) body: CommandOf<typeof commands>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CommandResponse | Problem> {
    return this.face.send(reply, { ...sender, instanceId, ...body });
  }
}
