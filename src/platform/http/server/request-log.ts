import type { FastifyInstance } from 'fastify';
import '../../auth/request-actor';
import type { JsonLogger, LogLevel } from '../../logging/json-logger';
import '../fastify-request';

/**
 * One line for each answered request: the route's pattern and never the address, since a query may hold what somebody
 * searched for; who asked by id; no body, no token.
 */
export function logRequests(server: FastifyInstance, logger: JsonLogger): void {
  server.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? null;
    logger.event(levelOf(route, reply.statusCode), 'request', {
      method: request.method,
      route,
      status: reply.statusCode,
      ms: Math.round(reply.elapsedTime * 10) / 10,
      correlationId: request.id,
      actorId: request.actor?.id ?? null,
      ...(request.problemCode === null ? {} : { code: request.problemCode }),
    });
    return Promise.resolve();
  });
}

/** Probes come every few seconds and would drown everything else. */
function levelOf(route: string | null, status: number): LogLevel {
  if (status >= 500) return 'warn';
  return route?.startsWith('/health/') ? 'debug' : 'info';
}
