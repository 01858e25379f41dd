import { PayloadTooLargeException, UnsupportedMediaTypeException } from '@nestjs/common';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Readable } from 'node:stream';
import { API_PREFIX } from './api-prefix';

/** The one route that takes a table of rows as its body. */
const CSV_ROUTE = `/${API_PREFIX}/imports`;

/** Lets that route have a body of `text/csv`, unread: who sends it is asked before anything of it is kept. */
export function takeCsvWhereDeclared(server: FastifyInstance): void {
  server.addContentTypeParser('text/csv', (request: FastifyRequest, payload, done) => {
    if (request.routeOptions.url === CSV_ROUTE) done(null, payload);
    else done(new UnsupportedMediaTypeException());
  });
}

/**
 * The text of a body of `text/csv`. What is no UTF-8 becomes U+FFFD, so that whoever reads it can name the place.
 * Throws what is answered 415 for another body, and 413 for one that is larger.
 */
export async function csvBody(request: FastifyRequest, maxBytes: number): Promise<string> {
  const { body } = request;
  if (!(body instanceof Readable)) throw new UnsupportedMediaTypeException();
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of body as AsyncIterable<Buffer>) {
    size += part.length;
    if (size > maxBytes) throw new PayloadTooLargeException();
    parts.push(part);
  }
  return Buffer.concat(parts).toString('utf8');
}
