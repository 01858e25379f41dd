import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Actor } from '../../auth/actor';
import { actorOfRequest } from '../../auth/request-actor';
import { commandIdOf, describesIdempotencyKey } from '../headers/idempotency-key.decorator';
import { ifMatchVersion } from '../headers/if-match.decorator';

/** All that a request says of a command besides the command: who sends it, under which id, having seen which version. */
export interface CommandSender {
  readonly actor: Actor;
  readonly commandId: string;
  readonly expectedVersion: number | undefined;
}

/** The sender of a command. Throws InvalidRequestError on a malformed `Idempotency-Key` or `If-Match`. */
export const Sender = createParamDecorator(
  (_: unknown, context: ExecutionContext): CommandSender => {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    return {
      actor: actorOfRequest(request),
      commandId: commandIdOf(request),
      expectedVersion: ifMatchVersion(request.headers['if-match']),
    };
  },
  [describesIdempotencyKey],
);
