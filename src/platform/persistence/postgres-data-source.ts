import { Pool, types, type CustomTypesConfig } from 'pg';
import { DataSource, type DataSourceOptions } from 'typeorm';
import { PostgresDriver } from 'typeorm/driver/postgres/PostgresDriver';
import { adaptColumns } from './column-types';
import { PersistenceError } from './persistence.errors';
import { NO_ENTITIES, type PostgresOptions, type Schema } from './persistence-options';
import { translatePostgresError } from './postgres-errors';
import { QuietLogger } from './quiet-logger';
import { SnakeNaming } from './snake-naming';

const POOL_SIZE = 10;
const CONNECT_TIMEOUT_MS = 10_000;

/** A competing lock is waited for as long as on SQLite; a forgotten transaction does not block the others for ever. */
const SESSION = {
  timezone: 'UTC',
  lock_timeout: '5s',
  idle_in_transaction_session_timeout: '1min',
} as const;

/** The data source whose pool writes. Throws a PersistenceError when the server is out of reach or refuses us. */
export function openPostgresWriter(options: PostgresOptions, schema: Schema): Promise<DataSource> {
  return opened(options, schema, SESSION);
}

/** A data source whose sessions are read-only: a write through it fails. */
export function openPostgresReader(options: PostgresOptions): Promise<DataSource> {
  return opened(options, NO_ENTITIES, { ...SESSION, default_transaction_read_only: 'on' });
}

/** The pool under a PostgreSQL data source. */
export function postgresPool(dataSource: DataSource): Pool {
  const { driver } = dataSource;
  if (driver instanceof PostgresDriver && driver.master instanceof Pool) return driver.master;
  throw new TypeError('Not a connected data source of the driver pg');
}

/** What TypeORM is given for the writer; also for its command-line tools. */
export function postgresDataSourceOptions(
  options: PostgresOptions,
  schema: Schema,
  session: Readonly<Record<string, string>> = SESSION,
): DataSourceOptions & { type: 'postgres' } {
  return {
    type: 'postgres',
    url: options.url,
    poolSize: options.poolSize ?? POOL_SIZE,
    applicationName: 'thidua',
    connectTimeoutMS: CONNECT_TIMEOUT_MS,
    installExtensions: false,
    entities: [...schema.entities],
    migrations: [...schema.migrations],
    namingStrategy: new SnakeNaming(),
    synchronize: false,
    logging: false,
    logger: new QuietLogger(),
    extra: {
      types: WHOLE_NUMBERS,
      options: Object.entries(session)
        .map(([name, value]) => `-c ${name}=${value}`)
        .join(' '),
    },
  };
}

/** COUNT and SUM answer int8, which the driver gives as text where SQLite gives a number. Beyond 2^53 there is no such number. */
const WHOLE_NUMBERS: CustomTypesConfig = {
  getTypeParser: ((oid, format) =>
    oid === types.builtins.INT8
      ? wholeNumber
      : (types.getTypeParser(oid, format) as unknown)) as typeof types.getTypeParser,
};

function wholeNumber(text: string): number {
  const number = Number(text);
  if (!Number.isSafeInteger(number)) throw new RangeError(`${text} is too large for a number; select it as text`);
  return number;
}

async function opened(
  options: PostgresOptions,
  schema: Schema,
  session: Readonly<Record<string, string>>,
): Promise<DataSource> {
  const dataSource = new DataSource(postgresDataSourceOptions(options, schema, session));
  try {
    await dataSource.initialize();
    await assertSettings(dataSource, session);
    adaptColumns(dataSource);
    return dataSource;
  } catch (error) {
    if (dataSource.isInitialized) await dataSource.destroy();
    throw translatePostgresError(error);
  }
}

/** A connection string may carry options of its own, which win over ours without a word. */
async function assertSettings(dataSource: DataSource, session: Readonly<Record<string, string>>): Promise<void> {
  for (const [setting, expected] of Object.entries({ ...session, server_encoding: 'UTF8' })) {
    const { rows } = await postgresPool(dataSource).query<{ actual: string }>('SELECT current_setting($1) AS actual', [
      setting,
    ]);
    const actual = rows[0]?.actual;
    if (actual !== expected) throw new PersistenceError('PERSISTENCE.UNSUITABLE', { setting, expected, actual });
  }
}
