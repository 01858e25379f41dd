import type { FastifyInstance, FastifyRequest } from 'fastify';
import { isUtf8 } from 'node:buffer';
import { MalformedBodyError } from '../problems/http.errors';
import { isBeyondLimits, repeatsAMember } from './json-limits';

/**
 * Takes JSON bodies and no others that Fastify knows: strict UTF-8 (Fastify would put U+FFFD in place of what is broken, and a name
 * would be stored wrongly for good), no `__proto__`, no member twice, bounded in depth and width.
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
      const text = body.toString('utf8');
      void parse(request, text, (error: Error | null, value?: unknown) => {
        if (error) done(new MalformedBodyError('HTTP.MALFORMED_JSON', { cause: error }));
        else if (isBeyondLimits(value)) done(new MalformedBodyError('HTTP.MALFORMED_JSON'));
        else if (repeatsAMember(text)) done(new MalformedBodyError('HTTP.REPEATED_MEMBER'));
        else done(null, value);
      });
    },
  );
}
