import { Body, Controller, Get, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Allow, AnySeat } from '../platform/auth/access.decorator';
import { CurrentScope } from '../platform/auth/current-actor.decorator';
import type { Scope } from '../platform/auth/scope';
import { commandBody, type CommandOf } from '../platform/http/commands/command-body';
import { CommandFace } from '../platform/http/commands/command-face';
import type { CommandResponse } from '../platform/http/commands/command-response';
import { CommandRoute } from '../platform/http/commands/command-route.decorator';
import { OpeningRoute } from '../platform/http/commands/opening-route.decorator';
import { Sender, type CommandSender } from '../platform/http/commands/sender.decorator';
import type { Page } from '../platform/http/pages/keyset-page';
import { ApiPage } from '../platform/http/pages/page.decorator';
import type { Problem } from '../platform/http/problems/problem';
import { IdParam } from '../platform/http/validators';
import { commandInputsOf } from '../platform/runner/feature-commands';
import { allClusterForms } from './cluster-forms';
import { ClustersQueries } from './clusters.queries';
import { ClusterListQuery } from './dto/cluster-list.request';
import { ClusterResponse, ClusterSummary } from './dto/cluster.response';
import { FoundClusterRequest } from './dto/found-cluster.request';

const commands = commandBody(commandInputsOf(allClusterForms));

/** Clusters over HTTP. */
@ApiTags('clusters')
@Controller('clusters')
export class ClustersController {
  constructor(
    private readonly face: CommandFace,
    private readonly queries: ClustersQueries,
  ) {}

  @Get()
  @AnySeat()
  @ApiOperation({ summary: 'Clusters by name' })
  @ApiPage(ClusterSummary)
  list(@CurrentScope() scope: Scope, @Query() query: ClusterListQuery): Promise<Page<ClusterSummary>> {
    return this.queries.list(scope, query);
  }

  @Get(':id')
  @AnySeat()
  @ApiOperation({ summary: 'A cluster with its members, heads, delegates and elected leaders' })
  @ApiOkResponse({ type: ClusterResponse })
  one(@CurrentScope() scope: Scope, @IdParam() id: string): Promise<ClusterResponse> {
    return this.queries.one(scope, id);
  }

  @OpeningRoute('cluster.found')
  @Allow('register.keep')
  found(
    @Sender() sender: CommandSender,
    @Body() input: FoundClusterRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CommandResponse | Problem> {
    return this.face.open(reply, { ...sender, type: 'cluster.found', input }, { collection: 'clusters' });
  }

  @CommandRoute(commands)
  @Allow('register.keep', 'score.keep', 'score.give')
  command(
    @Sender() sender: CommandSender,
    @IdParam() instanceId: string,
    @Body(commands.pipe) body: CommandOf<typeof commands>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CommandResponse | Problem> {
    return this.face.send(reply, { ...sender, instanceId, ...body });
  }
}
