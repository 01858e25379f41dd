import 'reflect-metadata';
import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import { dirname, join, resolve } from 'node:path';
import { ConfigError, type ConfigProblem } from './config.errors';
import { DATABASE_URL_FORMS, parseDatabaseUrl, type DatabaseConfig } from './database-url';
import { EnvDto } from './env.dto';

/** The settings of a process, complete and frozen. Durations are in milliseconds unless the name says otherwise. */
export interface AppConfig {
  readonly environment: EnvDto['NODE_ENV'];
  readonly http: { readonly host: string; readonly port: number; readonly bodyLimitBytes: number };
  readonly logLevel: EnvDto['THIDUA_LOG_LEVEL'];
  readonly database: DatabaseConfig;
  /** What the profile decides: nothing else asks which database or queue it runs on. */
  readonly profile: { readonly database: DatabaseConfig['kind']; readonly queue: 'inProcess' };
  /** Absolute. Holds what is not in the database; beside the SQLite file, or `data` in the working directory. */
  readonly dataDirectory: string;
  readonly ballotKeyFile: string;
  readonly mailDirectory: string;
  readonly relay: { readonly pollMs: number; readonly leaseMs: number };
  readonly planner: { readonly horizonHours: number };
  /** Never `shared` in production. */
  readonly clock: EnvDto['THIDUA_CLOCK'];
  readonly shutdownTimeoutMs: number;
  /** Empty in production. */
  readonly failpoints: readonly string[];
}

type Variables = Readonly<Record<string, string | undefined>>;

const PREFIX = 'THIDUA_';
/** Belongs to the test suite, which starts processes with its own environment. */
const TEST_PREFIX = 'THIDUA_TEST_';

/**
 * The only reader of the environment. An empty variable counts as absent.
 * Throws one ConfigError that names every bad or unknown variable.
 */
export function loadConfig(variables: Variables = process.env, workingDirectory: string = process.cwd()): AppConfig {
  const given = Object.fromEntries(
    Object.entries(variables).filter(([, value]) => value !== undefined && value !== ''),
  );
  const env = plainToInstance(EnvDto, known(given));
  const database = parseDatabaseUrl(env.DATABASE_URL, workingDirectory);
  const problems = [...invalid(env), ...unknown(given), ...contradictions(env)];
  if (!database) problems.push({ variable: 'DATABASE_URL', expected: DATABASE_URL_FORMS });
  if (!database || problems.length > 0) throw new ConfigError(problems);
  return deepFreeze(derive(env, database, workingDirectory));
}

/** The names of all variables that are read: each has a default, if only undefined. */
const KNOWN: ReadonlySet<string> = new Set(Object.keys(new EnvDto()));

function known(given: Variables): Variables {
  return Object.fromEntries(Object.entries(given).filter(([name]) => KNOWN.has(name)));
}

function unknown(given: Variables): ConfigProblem[] {
  return Object.keys(given)
    .filter((name) => name.startsWith(PREFIX) && !name.startsWith(TEST_PREFIX) && !KNOWN.has(name))
    .map((variable) => ({ variable, expected: 'absent: there is no such setting' }));
}

function invalid(env: EnvDto): ConfigProblem[] {
  return validateSync(env).map(({ property, constraints }) => ({
    variable: property,
    expected: [...new Set(Object.values(constraints ?? {}))].join(' and '),
  }));
}

function contradictions(env: EnvDto): ConfigProblem[] {
  const problems: ConfigProblem[] = [];
  if (env.NODE_ENV === 'production' && env.THIDUA_FAILPOINTS !== undefined) {
    problems.push({ variable: 'THIDUA_FAILPOINTS', expected: 'absent when NODE_ENV is production' });
  }
  if (env.NODE_ENV === 'production' && env.THIDUA_CLOCK === 'shared') {
    problems.push({ variable: 'THIDUA_CLOCK', expected: 'system when NODE_ENV is production' });
  }
  if (env.THIDUA_RELAY_LEASE_MS <= env.THIDUA_RELAY_POLL_MS) {
    problems.push({ variable: 'THIDUA_RELAY_LEASE_MS', expected: 'longer than THIDUA_RELAY_POLL_MS' });
  }
  return problems;
}

function derive(env: EnvDto, database: DatabaseConfig, workingDirectory: string): AppConfig {
  const dataDirectory = database.kind === 'sqlite' ? dirname(database.file) : join(workingDirectory, 'data');
  const pathOr = (path: string | undefined, name: string): string =>
    path === undefined ? join(dataDirectory, name) : resolve(workingDirectory, path);
  return {
    environment: env.NODE_ENV,
    http: { host: env.THIDUA_HOST, port: env.PORT, bodyLimitBytes: env.THIDUA_BODY_LIMIT_BYTES },
    logLevel: env.THIDUA_LOG_LEVEL,
    database,
    profile: { database: database.kind, queue: 'inProcess' },
    dataDirectory,
    ballotKeyFile: pathOr(env.THIDUA_BALLOT_KEY_FILE, 'ballot.key'),
    mailDirectory: pathOr(env.THIDUA_MAIL_DIRECTORY, 'mail'),
    relay: { pollMs: env.THIDUA_RELAY_POLL_MS, leaseMs: env.THIDUA_RELAY_LEASE_MS },
    planner: { horizonHours: env.THIDUA_PLANNER_HORIZON_HOURS },
    clock: env.THIDUA_CLOCK,
    shutdownTimeoutMs: env.THIDUA_SHUTDOWN_TIMEOUT_MS,
    failpoints: env.THIDUA_FAILPOINTS?.split(',') ?? [],
  };
}

function deepFreeze<Value extends object>(value: Value): Value {
  for (const member of Object.values(value)) {
    if (typeof member === 'object' && member !== null) deepFreeze(member as object);
  }
  return Object.freeze(value);
}
