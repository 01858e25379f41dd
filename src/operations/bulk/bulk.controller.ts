import { Body, Controller, Post, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Allow } from '../../platform/auth/access.decorator';
import { CommandFace } from '../../platform/http/commands/command-face';
import { toHttp } from '../../platform/http/commands/command-reply';
import type { CommandResponse } from '../../platform/http/commands/command-response';
import { Sender, type CommandSender } from '../../platform/http/commands/sender.decorator';
import type { Problem } from '../../platform/http/problems/problem';
import { BulkRequest } from '../dto/bulk.request';
import type { BulkPreviewResponse } from '../dto/bulk.response';
import type { BulkCollectionName } from './bulk-collections';
import { BulkPreviews } from './bulk-previews.service';
import { DescribedBulk } from './described-bulk';

type Answer = BulkPreviewResponse | CommandResponse | Problem;

/** Commands for many things at once: previewed first, then done as long work. */
@ApiTags('jobs')
@Controller()
export class BulkController {
  constructor(
    private readonly face: CommandFace,
    private readonly previews: BulkPreviews,
  ) {}

  @Post('cases/bulk')
  @Allow('case.prepare', 'case.keep', 'case.decide')
  @DescribedBulk('cases')
  cases(
    @Sender() sender: CommandSender,
    @Body() body: BulkRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Answer> {
    return this.answer('cases', sender, body, reply);
  }

  @Post('pledges/bulk')
  @Allow('pledge.prepare', 'pledge.keep')
  @DescribedBulk('pledges')
  pledges(
    @Sender() sender: CommandSender,
    @Body() body: BulkRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Answer> {
    return this.answer('pledges', sender, body, reply);
  }

  @Post('people/bulk')
  @Allow('register.keep')
  @DescribedBulk('people')
  people(
    @Sender() sender: CommandSender,
    @Body() body: BulkRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Answer> {
    return this.answer('people', sender, body, reply);
  }

  private async answer(
    collection: BulkCollectionName,
    sender: CommandSender,
    body: BulkRequest,
    reply: FastifyReply,
  ): Promise<Answer> {
    if (body.token === undefined) {
      const preview = await this.previews.of(sender.actor, collection, body);
      return 'reasons' in preview ? toHttp({ outcome: 'refused', reasons: preview.reasons }, reply) : preview;
    }
    const { type, input: given, ids, filter, token } = body;
    const input = { collection, type, input: given, ids, filter, token };
    const answer = await this.face.open(reply, { ...sender, type: 'job.startBulk', input }, { collection: 'jobs' });
    if (reply.statusCode === 201) void reply.status(202);
    return answer;
  }
}
