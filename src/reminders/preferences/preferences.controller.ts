import { Body, Controller, Get, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { AnySeat } from '../../platform/auth/access.decorator';
import type { Actor } from '../../platform/auth/actor';
import { CurrentActor } from '../../platform/auth/current-actor.decorator';
import { CommandFace } from '../../platform/http/commands/command-face';
import type { CommandResponse } from '../../platform/http/commands/command-response';
import { OpeningRoute } from '../../platform/http/commands/opening-route.decorator';
import { Sender, type CommandSender } from '../../platform/http/commands/sender.decorator';
import type { Problem } from '../../platform/http/problems/problem';
import { IdParam } from '../../platform/http/validators';
import { PreferencesResponse } from '../dto/preferences.response';
import { SetPreferencesRequest } from '../dto/set-preferences.request';
import { PreferencesService } from './preferences.service';

/** How the signed-in user wants to be told, over HTTP. */
@ApiTags('notices')
@Controller('preferences')
export class PreferencesController {
  constructor(
    private readonly face: CommandFace,
    private readonly preferences: PreferencesService,
  ) {}

  @Get()
  @AnySeat()
  @ApiOperation({ summary: 'How I am told: language, mail, quiet hours' })
  @ApiOkResponse({ type: PreferencesResponse })
  mine(@CurrentActor() actor: Actor): Promise<PreferencesResponse> {
    return this.preferences.of(actor);
  }

  @Get(':id')
  @AnySeat()
  @ApiOperation({ summary: 'The same, by the id that setting them answered; nobody sees those of others' })
  @ApiOkResponse({ type: PreferencesResponse })
  one(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<PreferencesResponse> {
    return this.preferences.of(actor, id);
  }

  @OpeningRoute('preferences.set')
  @AnySeat()
  @ApiOperation({
    summary: 'Say how I want to be told',
    description:
      'Replaces all that was said before. May be refused with `PREFERENCES.QUIET_HOURS_EMPTY`, `PREFERENCES.QUIET_HOURS_TOO_LONG`.',
  })
  set(
    @Sender() sender: CommandSender,
    @Body() input: SetPreferencesRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CommandResponse | Problem> {
    return this.face.open(reply, { ...sender, type: 'preferences.set', input }, { collection: 'preferences' });
  }
}
