import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createHttpApp } from '../../src/platform/http/create-http-app';
import { listen } from '../../src/platform/http/server/listen';
import { JsonLogger } from '../../src/platform/logging/json-logger';
import { TinyModule } from './http-platform.module';

/** A running server, its address and its log. */
export interface TestServer {
  readonly app: NestFastifyApplication;
  readonly url: string;
  readonly port: number;
  readonly log: readonly string[];
  /** Sends as the standing office unless told otherwise. */
  readonly send: (path: string, options?: SendOptions) => Promise<Answer>;
}

/** What to send. */
export interface SendOptions {
  readonly method?: string;
  readonly token?: string | null;
  readonly body?: unknown;
  readonly rawBody?: string | Buffer;
  readonly headers?: Readonly<Record<string, string>>;
}

/** What came back. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly json: Readonly<Record<string, unknown>>;
}

export const CONFIG = {
  http: { host: '127.0.0.1', port: 0, bodyLimitBytes: 1024 * 1024 },
  shutdownTimeoutMs: 10_000,
};

/** Starts the tiny application on a free port. */
export async function startServer(config = CONFIG): Promise<TestServer> {
  const log: string[] = [];
  const logger = new JsonLogger('info', { write: (line) => void log.push(line) });
  const app = await createHttpApp(TinyModule, config, logger);
  const url = await listen(app, config);
  return { app, url, port: Number(new URL(url).port), log, send: (path, options) => send(url + path, options) };
}

async function send(url: string, options: SendOptions = {}): Promise<Answer> {
  const { token = 'token-of-office', body, rawBody, headers = {} } = options;
  const content = rawBody ?? (body === undefined ? undefined : JSON.stringify(body));
  const response = await fetch(url, {
    method: options.method ?? (content === undefined ? 'GET' : 'POST'),
    headers: {
      ...(token === null ? {} : { authorization: `Bearer ${token}` }),
      ...(content === undefined ? {} : { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(content === undefined ? {} : { body: content as string }),
  });
  const text = await response.text();
  const isJson = response.headers.get('content-type')?.includes('json') ?? false;
  const json = isJson ? (JSON.parse(text) as Record<string, unknown>) : {};
  return { status: response.status, headers: response.headers, text, json };
}
