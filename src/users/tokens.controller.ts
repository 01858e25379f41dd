import { Body, Controller, Post, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Allow } from '../platform/auth/access.decorator';
import type { Actor } from '../platform/auth/actor';
import { CurrentActor } from '../platform/auth/current-actor.decorator';
import { toHttp } from '../platform/http/commands/command-reply';
import type { CommandResponse } from '../platform/http/commands/command-response';
import { IdempotencyKey } from '../platform/http/headers/idempotency-key.decorator';
import type { Problem } from '../platform/http/problems/problem';
import { IdParam } from '../platform/http/validators';
import { IssueTokenRequest } from './dto/issue-token.request';
import { IssuedTokenResponse } from './dto/issued-token.response';
import { TokensService } from './tokens.service';

/** Bearer tokens over HTTP. Apart from the commands on users, since the answer carries more than that of a command. */
@ApiTags('users')
@Controller('users')
export class TokensController {
  constructor(private readonly tokens: TokensService) {}

  @Post(':id/tokens')
  @Allow('register.keep')
  @ApiOperation({ summary: 'Issue a bearer token', description: 'The token is shown once and kept only as a hash.' })
  @ApiCreatedResponse({ type: IssuedTokenResponse })
  async issue(
    @CurrentActor() actor: Actor,
    @IdempotencyKey() commandId: string,
    @IdParam() userId: string,
    @Body() { expiresOn }: IssueTokenRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<IssuedTokenResponse | Problem> {
    const { result, tokenId, token } = await this.tokens.issue({ actor, commandId, userId, expiresOn });
    const answer = toHttp(result, reply);
    if (result.outcome !== 'accepted') return answer as Problem;
    void reply.status(201);
    const { id, version, state, stateLabel } = answer as CommandResponse;
    return { id, version, state, stateLabel, tokenId, token };
  }
}
