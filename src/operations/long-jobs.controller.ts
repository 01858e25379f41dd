import { Body, Controller, Get, Headers, Query, Res } from '@nestjs/common';
import { ApiHeader, ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { AnySeat } from '../platform/auth/access.decorator';
import type { Actor } from '../platform/auth/actor';
import { CurrentActor } from '../platform/auth/current-actor.decorator';
import { commandBody, type CommandOf } from '../platform/http/commands/command-body';
import { CommandFace } from '../platform/http/commands/command-face';
import type { CommandResponse } from '../platform/http/commands/command-response';
import { CommandRoute } from '../platform/http/commands/command-route.decorator';
import { Sender, type CommandSender } from '../platform/http/commands/sender.decorator';
import type { Page } from '../platform/http/pages/keyset-page';
import { ApiPage } from '../platform/http/pages/page.decorator';
import type { Problem } from '../platform/http/problems/problem';
import { sendStream } from '../platform/http/streams/event-stream';
import { watched } from '../platform/http/streams/watched';
import { IdParam } from '../platform/http/validators';
import { commandInputsOf } from '../platform/runner/feature-commands';
import { DescribedCommands } from './described';
import { LongJobListQuery, LongJobRowsQuery } from './dto/long-job.request';
import { LongJobResponse, LongJobRowResponse } from './dto/long-job.response';
import { longJobForms } from './long-job-forms';
import { LongJobsQueries } from './long-jobs.queries';

const commands = commandBody(commandInputsOf(longJobForms));

/** Long work over HTTP: for who asked for it, and for the office of its unit. */
@ApiTags('jobs')
@Controller('jobs')
@AnySeat()
export class LongJobsController {
  constructor(
    private readonly face: CommandFace,
    private readonly queries: LongJobsQueries,
  ) {}

  @Get()
  @ApiOperation({ summary: 'Long work that you asked for, or that is for your office, the newest first' })
  @ApiPage(LongJobResponse)
  list(@CurrentActor() actor: Actor, @Query() query: LongJobListQuery): Promise<Page<LongJobResponse>> {
    return this.queries.list(actor, query);
  }

  @Get(':id')
  @ApiOperation({ summary: 'Long work and how far it got' })
  @ApiOkResponse({ type: LongJobResponse })
  one(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<LongJobResponse> {
    return this.queries.one(actor, id);
  }

  @Get(':id/rows')
  @ApiOperation({ summary: 'What became of each row of a bulk command' })
  @ApiPage(LongJobRowResponse)
  rows(
    @CurrentActor() actor: Actor,
    @IdParam() id: string,
    @Query() query: LongJobRowsQuery,
  ): Promise<Page<LongJobRowResponse>> {
    return this.queries.rows(actor, id, query);
  }

  @Get(':id/events')
  @ApiOperation({
    summary: 'Its progress as server-sent events, until it ends',
    description: 'Each event has the job as its data: `progress` while it goes on, `end` as the last one.',
  })
  @ApiHeader({ name: 'Last-Event-ID', required: false, description: 'The last event that was seen.' })
  @ApiProduces('text/event-stream')
  @ApiOkResponse({ schema: { type: 'string' } })
  async events(
    @CurrentActor() actor: Actor,
    @IdParam() id: string,
    @Headers('last-event-id') lastEventId: string | undefined,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const look = await this.queries.watch(actor, id);
    sendStream(reply, (signal) => watched({ look, lastEventId }, signal));
  }

  @DescribedCommands(['job.cancel', 'job.resume'])
  @CommandRoute(commands)
  command(
    @Sender() sender: CommandSender,
    @IdParam() instanceId: string,
    @Body(commands.pipe) body: CommandOf<typeof commands>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CommandResponse | Problem> {
    return this.face.send(reply, { ...sender, instanceId, ...body });
  }
}
