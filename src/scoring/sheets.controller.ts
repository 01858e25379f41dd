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
import { DefineSheetRequest, SheetListQuery, SheetQuery } from './dto/sheet.request';
import { SheetResponse, SheetSummary } from './dto/sheet.response';
import { sheetForms } from './scoring-forms';
import { SheetsQueries } from './sheets.queries';

const commands = commandBody(commandInputsOf(sheetForms));

/** Scoring sheets over HTTP. */
@ApiTags('scoring')
@Controller('scoring-sheets')
export class SheetsController {
  constructor(
    private readonly face: CommandFace,
    private readonly queries: SheetsQueries,
  ) {}

  @Get()
  @AnySeat()
  @ApiOperation({ summary: 'Scoring sheets by name' })
  @ApiPage(SheetSummary)
  list(@CurrentScope() scope: Scope, @Query() query: SheetListQuery): Promise<Page<SheetSummary>> {
    return this.queries.list(scope, query);
  }

  @Get(':id')
  @AnySeat()
  @ApiOperation({ summary: 'A scoring sheet with its newest criteria, or those of a revision' })
  @ApiOkResponse({ type: SheetResponse })
  one(@CurrentScope() scope: Scope, @IdParam() id: string, @Query() query: SheetQuery): Promise<SheetResponse> {
    return this.queries.one(scope, id, query.revision);
  }

  @OpeningRoute('scoringSheet.define')
  @Allow('score.keep')
  define(
    @Sender() sender: CommandSender,
    @Body() input: DefineSheetRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CommandResponse | Problem> {
    return this.face.open(reply, { ...sender, type: 'scoringSheet.define', input }, { collection: 'scoring-sheets' });
  }

  @CommandRoute(commands)
  @Allow('score.keep', 'score.give')
  command(
    @Sender() sender: CommandSender,
    @IdParam() instanceId: string,
    @Body(commands.pipe) body: CommandOf<typeof commands>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CommandResponse | Problem> {
    return this.face.send(reply, { ...sender, instanceId, ...body });
  }
}
