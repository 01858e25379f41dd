import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { existsSync } from 'node:fs';
import { loadConfig } from '../../../config';
import { JsonLogger } from '../../platform/logging/json-logger';
import type { AppOptions } from '../app-options';
import { AppModule } from '../app.module';
import { UsageError } from './usage-error';

/** Exit codes of the command line. */
export const EXIT = { done: 0, refused: 1, usage: 2 } as const;

/** Where a command writes: people read lines, programs read JSON. */
export interface Output {
  line(text: string): void;
  json(value: unknown): void;
  /** As it is: a whole file. */
  text(text: string): void;
}

/** Standard output. */
export const standardOutput: Output = {
  line: (text) => {
    process.stdout.write(`${text}\n`);
  },
  json: (value) => {
    process.stdout.write(`${JSON.stringify(value, null, 2)}\n`);
  },
  text: (text) => {
    process.stdout.write(text);
  },
};

/** An option that every command has which prints something. */
export interface JsonOption {
  readonly json?: boolean;
}

/**
 * Opens the application without a face on the data that are there, does the work and closes it, whatever happened.
 * Warnings go to standard error, so that standard output holds the answer alone. Throws UsageError when there are no
 * data: a command that reads must not answer from a database that it has just made.
 */
export async function withApp<Result>(work: (app: INestApplicationContext) => Promise<Result>): Promise<Result> {
  const config = loadConfig();
  const { database } = config;
  if (database.kind === 'sqlite' && !existsSync(database.file)) {
    throw new UsageError(`There is no database at ${database.file}: "thidua migrate" or "thidua serve" makes one`);
  }
  return withAppOn({ config }, work);
}

/** The same, and makes the database when it is missing. */
export async function withAppOn<Result>(
  options: AppOptions,
  work: (app: INestApplicationContext) => Promise<Result>,
): Promise<Result> {
  const app = await NestFactory.createApplicationContext(AppModule.forRoot(options), {
    logger: new JsonLogger('warn', process.stderr),
    abortOnError: false,
  });
  try {
    return await work(app);
  } finally {
    await app.close();
  }
}
