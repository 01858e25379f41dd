import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import { hasFailedTest } from './outcome';

/** Set by the global setup, once for all files: why the server cannot be used; absent when it can. */
const UNUSABLE = 'THIDUA_TEST_POSTGRES_UNUSABLE';
/** Set by the global setup: what the templates of this run are told apart by from those of another run on the server. */
const RUN = 'THIDUA_TEST_RUN';
const OLDEST_SERVER = 150_000;
const TABLE_COUNT = "SELECT COUNT(*) FROM pg_tables WHERE schemaname = 'public'";

/** The server that tests may create databases on. No server there: tests are skipped, or fail when CI is set. */
export function postgresUrl(): string {
  return process.env.THIDUA_TEST_POSTGRES_URL ?? 'postgres://postgres@127.0.0.1:5432/postgres';
}

/** Asks the server for its version, once for all test files, and says so when it cannot be used. Never rejects. */
export async function probePostgres(): Promise<void> {
  process.env[RUN] = randomBytes(4).toString('hex');
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

/**
 * Makes an empty database a copy of this worker's template of that name, which `fill` fills when it is not there yet.
 * Templates live as long as the run of the tests.
 */
export async function copyTemplate(url: string, name: string, fill: (url: string) => Promise<void>): Promise<void> {
  if ((await onServer(TABLE_COUNT, url)) !== '0') return;
  const template = await templateOf(name, fill);
  const target = new URL(url).pathname.slice(1);
  await onServer(`DROP DATABASE ${target}`);
  await onServer(`CREATE DATABASE ${target} TEMPLATE ${template}`);
}

/** Drops the templates of this run. Never rejects: a server that is not there has none. */
export async function dropTemplates(): Promise<void> {
  if (process.env[UNUSABLE] !== undefined) return;
  const found = await onServer(
    `SELECT string_agg(datname, ',') FROM pg_database WHERE datname LIKE '${templatePrefix()}%'`,
  );
  for (const name of typeof found === 'string' ? found.split(',') : []) await onServer(`DROP DATABASE ${name}`);
}

/** Each worker has its own: a database is copied only while nobody is connected to it. */
async function templateOf(name: string, fill: (url: string) => Promise<void>): Promise<string> {
  const template = `${templatePrefix()}${process.env.JEST_WORKER_ID ?? '0'}_${name}`;
  const exists = await onServer(`SELECT COUNT(*) FROM pg_database WHERE datname = '${template}'`);
  if (exists !== '0') return template;
  await onServer(`CREATE DATABASE ${template} TEMPLATE template0 ENCODING 'UTF8'`);
  try {
    await fill(urlOf(template));
  } catch (error) {
    // Half a template would be copied by all that come after.
    await onServer(`DROP DATABASE ${template}`);
    throw error;
  }
  return template;
}

/** The process that started the workers, or that runs the tests itself, names the run. */
function templatePrefix(): string {
  return `thidua_template_${process.env[RUN] ?? 'none'}_`;
}

function urlOf(database: string): string {
  const url = new URL(postgresUrl());
  url.pathname = `/${database}`;
  return url.href;
}

function useDatabase(): () => string {
  const name = `thidua_test_${randomBytes(6).toString('hex')}`;
  beforeAll(() => onServer(`CREATE DATABASE ${name} TEMPLATE template0 ENCODING 'UTF8'`));
  afterAll(async () => {
    if (hasFailedTest()) process.stderr.write(`Kept for a look: the database ${name}\n`);
    else await onServer(`DROP DATABASE ${name}`);
  });
  const url = urlOf(name);
  return () => url;
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
async function onServer(sql: string, url = postgresUrl()): Promise<unknown> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
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
