import type { FastifyInstance } from 'fastify';
import { DOCS_PATH } from '../openapi/serve-docs';

/** JSON needs nothing. */
const API_POLICY = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

/** The documentation browser: its own files, the styles that it writes into the page, and calls to this server. */
const DOCS_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

/** Sets on every answer what browsers need to know. */
export function addSecurityHeaders(server: FastifyInstance): void {
  server.addHook('onRequest', async (request, reply) => {
    const isDocs = request.url.startsWith(`/${DOCS_PATH}`);
    reply.headers({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-resource-policy': 'same-origin',
      'content-security-policy': isDocs ? DOCS_POLICY : API_POLICY,
      // Names of people, and tokens that are shown once: nothing on the way keeps them.
      ...(isDocs ? {} : { 'cache-control': 'no-store' }),
    });
    return Promise.resolve();
  });
}
