import type { FastifyInstance, FastifyRequest } from 'fastify';
import { isUtf8 } from 'node:buffer';
import { MalformedBodyError } from '../problems/http.errors';

/** Deeper JSON is refused: what comes after walks it by recursion. No request of ours comes near. */
export const MAX_JSON_DEPTH = 32;

/**
 * Takes JSON bodies and nothing else: strict UTF-8 (Fastify would put U+FFFD in place of what is broken, and a name
 * would be stored wrongly for good), no `__proto__`, bounded in depth.
 */
export function takeJsonOnly(server: FastifyInstance): void {
  const parse = server.getDefaultJsonParser('error', 'error');
  server.removeAllContentTypeParsers();
  server.addContentTypeParser(
    'application/json',
    { parseAs: 'buffer' },
    (request: FastifyRequest, body: Buffer, done: (error: Error | null, value?: unknown) => void) => {
      if (!isUtf8(body)) {
        done(new MalformedBodyError('HTTP.BROKEN_UTF8'));
        return;
      }
      void parse(request, body.toString('utf8'), (error: Error | null, value?: unknown) => {
        if (error) done(new MalformedBodyError('HTTP.MALFORMED_JSON', { cause: error }));
        else if (isDeeper(value, MAX_JSON_DEPTH)) done(new MalformedBodyError('HTTP.MALFORMED_JSON'));
        else done(null, value);
      });
    },
  );
}

function isDeeper(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return levels === 0 || Object.values(value).some((member) => isDeeper(member, levels - 1));
}
