import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import { hasFailedTest } from './outcome';

/** Set by the global setup, once for all files: why the server cannot be used; absent when it can. */
const UNUSABLE = 'THIDUA_TEST_POSTGRES_UNUSABLE';
const OLDEST_SERVER = 150_000;

/** The server that tests may create databases on. No server there: tests are skipped, or fail when CI is set. */
export function postgresUrl(): string {
  return process.env.THIDUA_TEST_POSTGRES_URL ?? 'postgres://postgres@127.0.0.1:5432/postgres';
}

/** Asks the server for its version, once for all test files, and says so when it cannot be used. Never rejects. */
export async function probePostgres(): Promise<void> {
  const reason = await whyUnusable();
  if (reason === undefined) {
    Reflect.deleteProperty(process.env, UNUSABLE);
    return;
  }
  process.env[UNUSABLE] = reason;
  process.stderr.write(`Tests on PostgreSQL ${process.env.CI ? 'fail' : 'are skipped'}: ${reason}\n`);
}

/**
 * `describe` against a PostgreSQL server. The tests get a function that answers the URL of a fresh, empty database.
 * It is dropped afterwards, which fails when a connection was left open; it is kept and named when a test failed.
 * Without a server the tests are skipped with the reason in their name; under CI they fail.
 */
export function describePostgres(name: string, tests: (databaseUrl: () => string) => void): void {
  const reason = process.env[UNUSABLE];
  if (reason === undefined) describe(name, () => tests(useDatabase()));
  else if (process.env.CI)
    describe(name, () => it('needs a PostgreSQL server', () => Promise.reject(new Error(reason))));
  else describe.skip(`${name} (skipped: ${reason})`, () => tests(() => reason));
}

function useDatabase(): () => string {
  const name = `thidua_test_${randomBytes(6).toString('hex')}`;
  beforeAll(() => onServer(`CREATE DATABASE ${name} TEMPLATE template0 ENCODING 'UTF8'`));
  afterAll(async () => {
    if (hasFailedTest()) process.stderr.write(`Kept for a look: the database ${name}\n`);
    else await onServer(`DROP DATABASE ${name}`);
  });
  const url = new URL(postgresUrl());
  url.pathname = `/${name}`;
  return () => url.href;
}

async function whyUnusable(): Promise<string | undefined> {
  const { host, pathname } = new URL(postgresUrl());
  try {
    const version = Number(await onServer('SHOW server_version_num'));
    return version < OLDEST_SERVER ? `the server at ${host} is older than PostgreSQL 15` : undefined;
  } catch (error) {
    return `no PostgreSQL at ${host}${pathname}: ${describeError(error)}`;
  }
}

/** Answers the first column of the first row, if there is one. */
async function onServer(sql: string): Promise<unknown> {
  const client = new Client({ connectionString: postgresUrl(), connectionTimeoutMillis: 5_000 });
  await client.connect();
  try {
    const { rows } = await client.query<unknown[]>({ text: sql, rowMode: 'array' });
    return rows[0]?.[0];
  } finally {
    await client.end();
  }
}

/** A refused connection to a name with several addresses is an AggregateError without a message. */
function describeError(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map(describeError).join(', ');
  return error instanceof Error ? error.message : String(error);
}
