import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Actor } from './actor';
import { actorOfRequest } from './request-actor';
import { scopeOf, type Scope } from './scope';

const actorOf = (_: unknown, context: ExecutionContext): Actor =>
  actorOfRequest(context.switchToHttp().getRequest<FastifyRequest>());

/** The signed-in actor with the seats of this moment. */
export const CurrentActor = createParamDecorator(actorOf);

/** What the signed-in actor may see: goes into every query. */
export const CurrentScope = createParamDecorator((data: unknown, context: ExecutionContext): Scope =>
  scopeOf(actorOf(data, context)),
);
