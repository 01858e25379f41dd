import { Body, Controller, Get, HttpCode, Post, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Allow } from '../../platform/auth/access.decorator';
import { CurrentScope } from '../../platform/auth/current-actor.decorator';
import type { Scope } from '../../platform/auth/scope';
import { CommandFace } from '../../platform/http/commands/command-face';
import type { CommandResponse } from '../../platform/http/commands/command-response';
import { OpeningRoute } from '../../platform/http/commands/opening-route.decorator';
import { Sender, type CommandSender } from '../../platform/http/commands/sender.decorator';
import type { Problem } from '../../platform/http/problems/problem';
import { IdParam } from '../../platform/http/validators';
import { MergePreviewRequest, MergeUnitsRequest } from '../dto/merge-units.request';
import { MergePreviewResponse, UnitHoldingsResponse } from '../dto/unit-holdings.response';
import { UnitHoldingsQueries } from './unit-holdings.queries';

/** Mergers of units over HTTP, and what they meet. */
@ApiTags('units')
@Controller('units')
export class UnitMergersController {
  constructor(
    private readonly face: CommandFace,
    private readonly queries: UnitHoldingsQueries,
  ) {}

  @Get(':id/holdings')
  @Allow('register.keep')
  @ApiOperation({ summary: 'What hangs on a unit, by kind, and what becomes of it when the unit ends' })
  @ApiOkResponse({ type: UnitHoldingsResponse })
  holdings(@CurrentScope() scope: Scope, @IdParam() id: string): Promise<UnitHoldingsResponse> {
    return this.queries.one(scope, id);
  }

  @Post('merge/preview')
  @HttpCode(200)
  @Allow('register.keep')
  @ApiOperation({ summary: 'What hangs on units that are to be merged', description: 'Changes nothing.' })
  @ApiOkResponse({ type: MergePreviewResponse })
  preview(@CurrentScope() scope: Scope, @Body() merger: MergePreviewRequest): Promise<MergePreviewResponse> {
    return this.queries.merging(scope, merger);
  }

  @OpeningRoute('unit.merge', 'merge')
  @Allow('register.keep')
  merge(
    @Sender() sender: CommandSender,
    @Body() input: MergeUnitsRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CommandResponse | Problem> {
    return this.face.open(reply, { ...sender, type: 'unit.merge', input }, { collection: 'units' });
  }
}
