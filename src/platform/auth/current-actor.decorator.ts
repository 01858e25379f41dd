import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import type { Actor } from './actor';
import { actorOfRequest } from './request-actor';
import { accessOf } from './route-access';
import { scopeOf, type Scope } from './scope';

const actorOf = (_: unknown, context: ExecutionContext): Actor =>
  actorOfRequest(context.switchToHttp().getRequest<FastifyRequest>());

/** The signed-in actor with the seats of this moment. */
export const CurrentActor = createParamDecorator(actorOf);

const reflector = new Reflector();

/** What the signed-in actor may see by the seats that open the route: goes into every query. */
export const CurrentScope = createParamDecorator((data: unknown, context: ExecutionContext): Scope => {
  const access = accessOf(reflector, context);
  return scopeOf(actorOf(data, context), access?.kind === 'permissions' ? access.permissions : undefined);
});
