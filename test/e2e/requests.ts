import { readFileSync } from 'node:fs';
import { join } from 'node:path';

type Json = Record<string, unknown>;

/** An answer, read whole. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** An empty object when the answer is not JSON. */
  readonly json: Json;
}

/** What a request may carry beside its path. */
export interface Asked {
  readonly token?: string;
  /** Sent as JSON; a Buffer as it is. The method is then POST. */
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Sends a request and reads the whole answer. */
export async function ask(url: string, { token, body, headers = {} }: Asked = {}): Promise<Answer> {
  const response = await fetch(url, {
    method: body === undefined ? 'GET' : 'POST',
    headers: {
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: Buffer.isBuffer(body) ? new Uint8Array(body) : JSON.stringify(body) }),
  });
  const text = await response.text();
  const isJson = response.headers.get('content-type')?.includes('json') === true;
  return { status: response.status, headers: response.headers, text, json: isJson ? (JSON.parse(text) as Json) : {} };
}

/** The token of a user of the demonstration. */
export function tokenOf(directory: string, login: string): string {
  const tokens = JSON.parse(readFileSync(join(directory, 'demo-tokens.json'), 'utf8')) as Record<string, string>;
  const token = tokens[login];
  if (token === undefined) throw new Error(`The demonstration has no user ${login}`);
  return token;
}

/** The items of a list, or what else holds several. */
export function itemsOf(answer: Answer): readonly Json[] {
  return answer.json.items as readonly Json[];
}
