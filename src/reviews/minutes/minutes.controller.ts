import { Controller, Get, Headers, Res } from '@nestjs/common';
import { ApiExtraModels, ApiOkResponse, ApiOperation, ApiTags, getSchemaPath } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Allow } from '../../platform/auth/access.decorator';
import type { Actor } from '../../platform/auth/actor';
import { CurrentActor } from '../../platform/auth/current-actor.decorator';
import { IdParam } from '../../platform/http/validators';
import { countMinutesText, minutesText } from './minutes-text';
import { MINUTES_READERS, MinutesQueries } from './minutes.queries';
import { CountMinutesResponse, MinutesResponse } from './minutes.response';

const TEXT = 'text/plain';

/** As data, or as text for whoever asks for that. */
const inTwoForms = (model: typeof MinutesResponse | typeof CountMinutesResponse): MethodDecorator =>
  ApiOkResponse({
    content: {
      'application/json': { schema: { $ref: getSchemaPath(model) } },
      [TEXT]: { schema: { type: 'string' }, example: 'BIÊN BẢN: Họp toàn thể Hội đồng' },
    },
  });

/** Minutes over HTTP: as data, and with `Accept: text/plain` as Vietnamese text. */
@ApiTags('reviews')
@ApiExtraModels(MinutesResponse, CountMinutesResponse)
@Controller('reviews')
export class MinutesController {
  constructor(private readonly queries: MinutesQueries) {}

  @Get(':id/minutes')
  @Allow(...MINUTES_READERS)
  @ApiOperation({ summary: 'The minutes of a review round', description: 'No figure while an item is not counted.' })
  @inTwoForms(MinutesResponse)
  async minutes(
    @CurrentActor() actor: Actor,
    @IdParam() id: string,
    @Headers('accept') accept: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<MinutesResponse | string> {
    const minutes = await this.queries.minutes(actor, id);
    return asksForText(accept, reply) ? minutesText(minutes) : minutes;
  }

  @Get(':id/count-minutes')
  @Allow(...MINUTES_READERS)
  @ApiOperation({ summary: 'The minutes of the count', description: 'Empty until every item is counted.' })
  @inTwoForms(CountMinutesResponse)
  async countMinutes(
    @CurrentActor() actor: Actor,
    @IdParam() id: string,
    @Headers('accept') accept: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CountMinutesResponse | string> {
    const minutes = await this.queries.countMinutes(actor, id);
    return asksForText(accept, reply) ? countMinutesText(minutes) : minutes;
  }
}

function asksForText(accept: string | undefined, reply: FastifyReply): boolean {
  void reply.header('vary', 'Accept');
  const asks = accept?.split(',')[0]?.trim().startsWith(TEXT) === true;
  if (asks) void reply.type(`${TEXT}; charset=utf-8`);
  return asks;
}
