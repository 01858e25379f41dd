import type { FastifyRequest } from 'fastify';
import type { Actor } from './actor';
import { UnauthenticatedError } from './auth.errors';

declare module 'fastify' {
  interface FastifyRequest {
    /** Who asks; null until the token was looked up, and on public routes. */
    actor: Actor | null;
  }
}

/** Who sent this request. Throws UnauthenticatedError on a route that asked for no token. */
export function actorOfRequest(request: Pick<FastifyRequest, 'actor'>): Actor {
  if (!request.actor) throw new UnauthenticatedError();
  return request.actor;
}
