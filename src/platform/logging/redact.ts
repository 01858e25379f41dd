import { isNativeError } from 'node:util/types';

/** Names of members that never reach a log: secrets, what users wrote, and what voters chose. */
const SECRET = new Set(
  [
    'authorization',
    'cookie',
    'set-cookie',
    'token',
    'tokens',
    'tokenHash',
    'accessToken',
    'bearer',
    'password',
    'secret',
    'ballotKey',
    'privateKey',
    'salt',
    'nonce',
    'body',
    'rawBody',
    'payload',
    'input',
    'comment',
    'texts',
    'choice',
    'choices',
    'vote',
    'votes',
    'ballot',
    'ballots',
    'box',
    'parameters',
    'params',
    'headers',
  ].map((name) => name.toLowerCase()),
);

const REDACTED = '[redacted]';
const MAX_DEPTH = 6;
const MAX_ITEMS = 50;

/** A copy that may be logged: secret members by name at every depth, errors reduced to what helps, lists cut. */
export function redact(value: unknown, depth = 0): unknown {
  if (typeof value === 'string') return scrub(value);
  if (typeof value === 'bigint') return value.toString();
  if (typeof value === 'function' || typeof value === 'symbol') return `[${typeof value}]`;
  if (typeof value !== 'object' || value === null) return value;
  // Errors of Node itself may come from another realm, where instanceof says no.
  if (value instanceof Error || isNativeError(value)) return redactError(value, depth);
  if (value instanceof Date) return value.toISOString();
  if (ArrayBuffer.isView(value)) return '[bytes]';
  if (depth >= MAX_DEPTH) return '[deep]';
  if (Array.isArray(value)) return value.slice(0, MAX_ITEMS).map((item) => redact(item, depth + 1));
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [
      name,
      SECRET.has(name.toLowerCase()) ? REDACTED : redact(member, depth + 1),
    ]),
  );
}

/** Text without bearer tokens and without the passwords of addresses. */
export function scrub(text: string): string {
  return text
    .replace(/\b(Bearer)\s+[^\s"',]+/gi, `$1 ${REDACTED}`)
    .replace(/\b([a-z][a-z0-9+.-]*:\/\/[^\s:/@]*):[^\s@/]+@/gi, `$1:${REDACTED}@`);
}

/**
 * Type, code, message and stack: nothing else. Errors of database drivers carry the statement's parameters and the
 * values of the row, and a voter's choice could be among them.
 */
function redactError(error: Error, depth: number): unknown {
  const code: unknown = 'code' in error ? error.code : undefined;
  return {
    type: error.name,
    ...(typeof code === 'string' || typeof code === 'number' ? { code } : {}),
    message: scrub(error.message),
    stack: scrub(error.stack ?? ''),
    ...(error.cause === undefined || depth >= MAX_DEPTH ? {} : { cause: redact(error.cause, depth + 1) }),
  };
}
