import type { CanActivate, ExecutionContext } from '@nestjs/common';
import type { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { actorHolds, type Actor } from './actor';
import { ForbiddenError, UnauthenticatedError } from './auth.errors';
import { bearerToken } from './bearer-token';
import './request-actor';
import { accessOf, type RouteAccess } from './route-access';
import type { TokenDirectory } from './token-directory.port';

/**
 * The one door of authorisation for routes: finds out who asks and whether the route is open to them.
 * Throws UnauthenticatedError and ForbiddenError.
 */
export class AuthenticationGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly tokens: TokenDirectory,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const access = accessOf(this.reflector, context);
    if (access?.kind === 'public') return true;
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const token = bearerToken(request.headers.authorization);
    const actor = token === undefined ? null : await this.tokens.actorOf(token);
    if (!actor) throw new UnauthenticatedError();
    request.actor = actor;
    // The start refuses routes that say nothing; should one slip through all the same, it is closed.
    if (!isOpenTo(access ?? { kind: 'permissions', permissions: [] }, actor))
      throw new ForbiddenError(neededFor(access));
    return true;
  }
}

function isOpenTo(access: RouteAccess, actor: Actor): boolean {
  switch (access.kind) {
    case 'public':
      return true;
    case 'anySeat':
      return actor.isSystem || actor.seats.length > 0;
    case 'permissions':
      return access.permissions.some((permission) => actorHolds(actor, permission));
  }
}

function neededFor(access: RouteAccess | undefined): readonly string[] {
  return access?.kind === 'permissions' ? access.permissions : [];
}
