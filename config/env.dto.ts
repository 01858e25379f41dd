import { IsOptional } from 'class-validator';
import { Form, OneOf, WholeNumber } from './env.rules';

/** What the process is used for. */
export const ENVIRONMENTS = ['development', 'test', 'production'] as const;

/** Where the time comes from: the machine, or a row that demonstrations move. */
export const CLOCKS = ['system', 'shared'] as const;

/** From the loudest to the quietest. */
export const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;

const MEBIBYTE = 1024 * 1024;
const HOUR_MS = 3_600_000;

/**
 * The environment as it is read: one property for each variable, named like it, with its default.
 * What is derived from several variables is worked out in `load-config.ts`.
 */
export class EnvDto {
  @OneOf(ENVIRONMENTS)
  NODE_ENV: (typeof ENVIRONMENTS)[number] = 'development';

  /** 0 asks the system for a free port. */
  @WholeNumber(0, 65_535)
  PORT = 3000;

  /** `sqlite:PATH`, `file:PATH`, a bare path or `postgres://…`; relative paths start at the working directory. */
  DATABASE_URL = 'data/thidua.sqlite';

  /** The address to listen on. Only this machine by default. */
  @Form(/^[A-Za-z0-9._:-]+$/, 'a host name or an IP address')
  THIDUA_HOST = '127.0.0.1';

  @OneOf(LOG_LEVELS)
  THIDUA_LOG_LEVEL: (typeof LOG_LEVELS)[number] = 'info';

  /** The key that encrypts ballot boxes; kept outside the database. Default: `ballot.key` in the data directory. */
  @IsOptional()
  @Form(/\S/, 'the path of a file')
  THIDUA_BALLOT_KEY_FILE: string | undefined = undefined;

  /** Where the file transport puts mail. Default: `mail` in the data directory. */
  @IsOptional()
  @Form(/\S/, 'the path of a directory')
  THIDUA_MAIL_DIRECTORY: string | undefined = undefined;

  /** Pause between two looks at the outbox when no wake-up comes. */
  @WholeNumber(10, 60_000)
  THIDUA_RELAY_POLL_MS = 500;

  /** How long a relay may be silent before another one takes over. */
  @WholeNumber(1_000, HOUR_MS)
  THIDUA_RELAY_LEASE_MS = 30_000;

  /** `shared` lets `thidua clock` move the time of all processes over one database. Demonstrations only. */
  @OneOf(CLOCKS)
  THIDUA_CLOCK: (typeof CLOCKS)[number] = 'system';

  /** How far ahead deadlines are turned into occurrences. */
  @WholeNumber(1, 24 * 31)
  THIDUA_PLANNER_HORIZON_HOURS = 48;

  @WholeNumber(1024, 100 * MEBIBYTE)
  THIDUA_BODY_LIMIT_BYTES = MEBIBYTE;

  /** How long a stop waits for running requests and jobs. */
  @WholeNumber(0, HOUR_MS)
  THIDUA_SHUTDOWN_TIMEOUT_MS = 10_000;

  /** Names of places where the process is to die or fail, separated by commas. Tests only. */
  @IsOptional()
  @Form(/^[\w.:=-]+(,[\w.:=-]+)*$/, 'names separated by commas')
  THIDUA_FAILPOINTS: string | undefined = undefined;
}
