import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Where the data lives: one file on this machine, or a PostgreSQL server. */
export type DatabaseConfig =
  | { readonly kind: 'sqlite'; /** Absolute path. */ readonly file: string }
  | { readonly kind: 'postgres'; /** Holds the password: never log it. */ readonly url: string };

/** What `parseDatabaseUrl` takes, in words. */
export const DATABASE_URL_FORMS = 'sqlite:PATH, file:PATH, the path of a file, or postgres://USER@HOST:PORT/DATABASE';

/**
 * Reads a DATABASE_URL; relative paths start at `directory`. Answers undefined for any other form, also for
 * `:memory:`: readers have a connection of their own, so that a database in memory would be empty for them.
 */
export function parseDatabaseUrl(text: string, directory: string): DatabaseConfig | undefined {
  if (/^postgres(ql)?:\/\//.test(text)) return URL.canParse(text) ? { kind: 'postgres', url: text } : undefined;
  const path = sqlitePath(text);
  return path === undefined ? undefined : { kind: 'sqlite', file: resolve(directory, path) };
}

function sqlitePath(text: string): string | undefined {
  const [, scheme, rest] = /^(?:([a-z][a-z0-9+.-]+):)?(.*)$/is.exec(text) ?? [];
  if (rest === undefined || rest.trim() === '' || /:memory:|\0/.test(text)) return undefined;
  if (scheme === undefined) return rest;
  if (!['sqlite', 'file'].includes(scheme) || /[?#]/.test(rest)) return undefined;
  if (rest.startsWith('///')) return absolutePath(`file:${rest}`);
  // `sqlite://data/x` would name a host called data.
  return rest.startsWith('//') ? undefined : rest;
}

function absolutePath(url: string): string | undefined {
  return URL.canParse(url) && !/%2f|%(?![0-9a-f]{2})/i.test(url) ? fileURLToPath(url) : undefined;
}
