import type { Ids } from '../ids/ids.port';

/** What the application adds to Fastify's own objects; `actor` is added by `platform/auth`. */
declare module 'fastify' {
  interface FastifyRequest {
    /** Code of the problem that is being answered, for the log. */
    problemCode: string | null;
  }
  interface FastifyInstance {
    readonly ids: Ids;
  }
}
