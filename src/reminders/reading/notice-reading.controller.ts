import { Body, Controller, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { AnySeat } from '../../platform/auth/access.decorator';
import { commandBody, type CommandOf } from '../../platform/http/commands/command-body';
import { CommandFace } from '../../platform/http/commands/command-face';
import type { CommandResponse } from '../../platform/http/commands/command-response';
import { CommandRoute } from '../../platform/http/commands/command-route.decorator';
import { Sender, type CommandSender } from '../../platform/http/commands/sender.decorator';
import type { Problem } from '../../platform/http/problems/problem';
import { IdParam } from '../../platform/http/validators';
import { commandInputsOf } from '../../platform/runner/feature-commands';
import { noticeForms } from './notice-reading.service';

const commands = commandBody(commandInputsOf(noticeForms));

/** Marks what the signed-in user was told as read, over HTTP. */
@ApiTags('notices')
@Controller('notices')
export class NoticeReadingController {
  constructor(private readonly face: CommandFace) {}

  @CommandRoute(commands)
  @AnySeat()
  command(
    @Sender() sender: CommandSender,
    @IdParam() instanceId: string,
    @Body(commands.pipe) body: CommandOf<typeof commands>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CommandResponse | Problem> {
    return this.face.send(reply, { ...sender, instanceId, ...body });
  }
}
