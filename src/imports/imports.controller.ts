import { Body, Controller, Get, Query, Req, Res } from '@nestjs/common';
import {
  ApiAcceptedResponse,
  ApiBody,
  ApiConsumes,
  ApiOkResponse,
  ApiOperation,
  ApiProduces,
  ApiTags,
} from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Readable } from 'node:stream';
import { Allow } from '../platform/auth/access.decorator';
import type { Actor } from '../platform/auth/actor';
import { CurrentActor } from '../platform/auth/current-actor.decorator';
import { commandBody, type CommandOf } from '../platform/http/commands/command-body';
import { CommandFace } from '../platform/http/commands/command-face';
import { CommandResponse } from '../platform/http/commands/command-response';
import { CommandRoute } from '../platform/http/commands/command-route.decorator';
import { OpeningRoute } from '../platform/http/commands/opening-route.decorator';
import { Sender, type CommandSender } from '../platform/http/commands/sender.decorator';
import type { Page } from '../platform/http/pages/keyset-page';
import { PageQuery } from '../platform/http/pages/page-query.request';
import { ApiPage } from '../platform/http/pages/page.decorator';
import type { Problem } from '../platform/http/problems/problem';
import { API_PREFIX } from '../platform/http/server/api-prefix';
import { csvBody } from '../platform/http/server/csv-body';
import { IdParam } from '../platform/http/validators';
import { commandInputsOf } from '../platform/runner/feature-commands';
import { DescribedCheck, DescribedCommands } from './described';
import { ImportFileQuery, ImportRowsQuery } from './dto/import.request';
import { ImportResponse, ImportRowResponse } from './dto/import.response';
import { importForms } from './import-forms';
import { IMPORT_LIMITS } from './import-limits';
import { ImportsQueries } from './imports.queries';
import { jobIdOf } from './imports.service';

const commands = commandBody(commandInputsOf(importForms));

/** Files of rows over HTTP: tried out first, applied by long work. */
@ApiTags('imports')
@Controller('imports')
@Allow('register.keep', 'case.prepare', 'case.keep')
export class ImportsController {
  constructor(
    private readonly face: CommandFace,
    private readonly queries: ImportsQueries,
  ) {}

  @Get()
  @ApiOperation({ summary: 'Files that were tried out, the newest first' })
  @ApiPage(ImportResponse)
  list(@CurrentActor() actor: Actor, @Query() query: PageQuery): Promise<Page<ImportResponse>> {
    return this.queries.list(actor, query);
  }

  @Get(':id')
  @ApiOperation({ summary: 'A file and how many of its rows would be taken' })
  @ApiOkResponse({ type: ImportResponse })
  one(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<ImportResponse> {
    return this.queries.one(actor, id);
  }

  @Get(':id/rows')
  @ApiOperation({ summary: 'Its rows: what would become of each, or became of it, and why' })
  @ApiPage(ImportRowResponse)
  rows(
    @CurrentActor() actor: Actor,
    @IdParam() id: string,
    @Query() query: ImportRowsQuery,
  ): Promise<Page<ImportRowResponse>> {
    return this.queries.rows(actor, id, query);
  }

  @Get(':id/table')
  @ApiOperation({ summary: 'The same as comma-separated values for spreadsheets, all rows at once' })
  @ApiProduces('text/csv')
  @ApiOkResponse({ schema: { type: 'string' } })
  async table(
    @CurrentActor() actor: Actor,
    @IdParam() id: string,
    @Query() { fate }: ImportRowsQuery,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const lines = await this.queries.table(actor, id, fate);
    void reply
      .header('content-type', 'text/csv; charset=utf-8')
      .header('content-disposition', 'attachment; filename="import.csv"')
      .send(Readable.from(lines));
  }

  @OpeningRoute('import.check')
  @DescribedCheck()
  @ApiConsumes('text/csv')
  @ApiBody({ schema: { type: 'string', examples: ['Họ và tên,Ngày sinh\nLê Mẫu,19/5/1980\n'] } })
  async check(
    @Sender() sender: CommandSender,
    @Query() file: ImportFileQuery,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CommandResponse | Problem> {
    const content = await csvBody(request, IMPORT_LIMITS.bytes);
    const { kind, unitId, dossierId, fileName, delimiter } = file;
    const input = { kind, unitId, dossierId, fileName, delimiter, content };
    return this.face.open(reply, { ...sender, type: 'import.check', input }, { collection: 'imports' });
  }

  @DescribedCommands()
  @CommandRoute(commands)
  @ApiAcceptedResponse({ type: CommandResponse, description: 'The job in `Location` applies it.' })
  async command(
    @Sender() sender: CommandSender,
    @IdParam() instanceId: string,
    @Body(commands.pipe) body: CommandOf<typeof commands>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CommandResponse | Problem> {
    const answer = await this.face.send(reply, { ...sender, instanceId, ...body });
    if (reply.statusCode === 200 && body.type === 'import.apply') {
      void reply.status(202).header('location', `/${API_PREFIX}/jobs/${jobIdOf(instanceId)}`);
    }
    return answer;
  }
}
