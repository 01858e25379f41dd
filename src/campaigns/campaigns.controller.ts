import { Body, Controller, Get, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { campaignWorkflow } from '../../workflows/campaign';
import type { Actor } from '../platform/auth/actor';
import { Allow, AnySeat } from '../platform/auth/access.decorator';
import { CurrentActor, CurrentScope } from '../platform/auth/current-actor.decorator';
import type { Scope } from '../platform/auth/scope';
import { AvailableCommandsResponse } from '../platform/http/commands/available-commands';
import { commandBody, type CommandOf } from '../platform/http/commands/command-body';
import { CommandRoute } from '../platform/http/commands/command-route.decorator';
import { OpeningRoute } from '../platform/http/commands/opening-route.decorator';
import { Sender, type CommandSender } from '../platform/http/commands/sender.decorator';
import { CommandFace } from '../platform/http/commands/command-face';
import type { CommandResponse } from '../platform/http/commands/command-response';
import type { Page } from '../platform/http/pages/keyset-page';
import { ApiPage } from '../platform/http/pages/page.decorator';
import type { Problem } from '../platform/http/problems/problem';
import { IdParam } from '../platform/http/validators';
import { CommandAvailability } from '../platform/runner/command-availability';
import { commandInputsOf } from '../platform/runner/feature-commands';
import { campaignForms } from './campaign-forms';
import { CampaignWorkflow } from './campaign.workflow';
import { CampaignsQueries } from './campaigns.queries';
import { CampaignListQuery } from './dto/campaign-list.request';
import { CampaignPlanRequest } from './dto/campaign-plan.request';
import { CampaignResponse, CampaignSummary } from './dto/campaign.response';

const commands = commandBody(commandInputsOf(campaignForms), campaignWorkflow);

/** Campaigns over HTTP: builds commands and shows answers, nothing else. */
@ApiTags('campaigns')
@Controller('campaigns')
export class CampaignsController {
  constructor(
    private readonly face: CommandFace,
    private readonly queries: CampaignsQueries,
    private readonly availability: CommandAvailability,
    private readonly workflow: CampaignWorkflow,
  ) {}

  @Get()
  @AnySeat()
  @ApiOperation({ summary: 'Campaigns, the latest first' })
  @ApiPage(CampaignSummary)
  list(@CurrentScope() scope: Scope, @Query() query: CampaignListQuery): Promise<Page<CampaignSummary>> {
    return this.queries.list(scope, query);
  }

  @Get(':id')
  @AnySeat()
  @ApiOperation({ summary: 'A campaign with its plan' })
  @ApiOkResponse({ type: CampaignResponse })
  one(@CurrentScope() scope: Scope, @IdParam() id: string): Promise<CampaignResponse> {
    return this.queries.one(scope, id);
  }

  @Get(':id/commands')
  @AnySeat()
  @ApiOperation({ summary: 'What you may do now, and why not' })
  @ApiOkResponse({ type: AvailableCommandsResponse })
  commandsOf(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<AvailableCommandsResponse> {
    return this.availability.of(this.workflow, actor, id);
  }

  @OpeningRoute('campaign.draft')
  @Allow('campaign.prepare')
  draft(
    @Sender() sender: CommandSender,
    @Body() input: CampaignPlanRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CommandResponse | Problem> {
    return this.face.open(
      reply,
      { ...sender, type: 'campaign.draft', input },
      { workflow: campaignWorkflow, collection: 'campaigns' },
    );
  }

  @CommandRoute(commands)
  @AnySeat()
  command(
    @Sender() sender: CommandSender,
    @IdParam() instanceId: string,
    @Body(commands.pipe) body: CommandOf<typeof commands>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CommandResponse | Problem> {
    return this.face.send(reply, { ...sender, instanceId, ...body }, campaignWorkflow);
  }
}
