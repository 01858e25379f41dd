import { FastifyAdapter } from '@nestjs/platform-fastify';
import type { FastifyHttpOptions, FastifyInstance, FastifyReply } from 'fastify';
import type { Server } from 'node:http';
import type { Socket } from 'node:net';
import type { AppConfig } from '../../../../config';
import type { Ids } from '../../ids/ids.port';
import type { JsonLogger } from '../../logging/json-logger';
import { CORRELATION_HEADER, correlationIdOf } from '../headers/correlation-id';
import { catalogued } from '../problems/problem-of';
import { endStreamsOnClose } from '../streams/event-stream';
import { takeCsvWhereDeclared } from './csv-body';
import { takeJsonOnly } from './json-body';
import { logRequests } from './request-log';
import { addSecurityHeaders } from './security-headers';

/** How long a request may take to arrive whole. */
const REQUEST_TIMEOUT_MS = 60_000;

/** What the adapter is built with. */
export interface HttpAdapterParts {
  readonly config: Pick<AppConfig, 'http'>;
  readonly logger: JsonLogger;
  readonly ids: Ids;
  /** Answers what no route has seen. */
  readonly answer: (error: unknown, reply: FastifyReply) => void;
}

/** Fastify as this application uses it: limits, ids, headers, log; every answer it gives by itself is a problem too. */
export function httpAdapter({ config, logger, ids, answer }: HttpAdapterParts): FastifyAdapter {
  const options: FastifyHttpOptions<Server> = {
    bodyLimit: config.http.bodyLimitBytes,
    requestTimeout: REQUEST_TIMEOUT_MS,
    trustProxy: false,
    logger: false,
    // Requests that arrive while it stops are answered by us, with a problem.
    return503OnClosing: false,
    forceCloseConnections: 'idle',
    genReqId: (raw) => correlationIdOf(raw.headers[CORRELATION_HEADER], () => ids.next()),
    frameworkErrors: (error, request, reply) => {
      void reply.header(CORRELATION_HEADER, request.id);
      answer(error, reply);
    },
    clientErrorHandler: answerClientError,
  };
  const adapter = new FastifyAdapter(options);
  const server = adapter.getInstance();
  server.decorate('ids', ids);
  server.decorateRequest('actor', null);
  server.decorateRequest('problemCode', null);
  returnCorrelationId(server);
  addSecurityHeaders(server);
  logRequests(server, logger);
  takeJsonOnly(server);
  takeCsvWhereDeclared(server);
  endStreamsOnClose(server);
  return adapter;
}

function returnCorrelationId(server: FastifyInstance): void {
  server.addHook('onRequest', async (request, reply) => {
    reply.header(CORRELATION_HEADER, request.id);
    return Promise.resolve();
  });
}

/** Codes of Node's parser, for requests that are no HTTP or never end. */
const CLIENT_ERRORS: Readonly<Record<string, string>> = {
  HPE_HEADER_OVERFLOW: 'HTTP.HEADERS_TOO_LARGE',
  ERR_HTTP_REQUEST_TIMEOUT: 'HTTP.TIMED_OUT',
};

/** Answers on the bare socket: there is no request to hang an answer on. */
function answerClientError(error: Error & { readonly code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  const code = CLIENT_ERRORS[error.code ?? ''] ?? 'HTTP.BAD_REQUEST';
  const problem = catalogued(code, { language: 'vi', instance: '/' });
  const body = JSON.stringify(problem);
  const head = [
    `HTTP/1.1 ${problem.status} Refused`,
    'Content-Type: application/problem+json',
    `Content-Length: ${Buffer.byteLength(body)}`,
    'Connection: close',
  ];
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`);
}
