import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { loadConfig } from '../../../config';
import { JsonLogger } from '../../platform/logging/json-logger';
import type { AppOptions } from '../app-options';
import { AppModule } from '../app.module';

/** Exit codes of the command line. */
export const EXIT = { done: 0, refused: 1, usage: 2 } as const;

/** Where a command writes: people read lines, programs read JSON. */
export interface Output {
  line(text: string): void;
  json(value: unknown): void;
}

/** Standard output. */
export const standardOutput: Output = {
  line: (text) => {
    process.stdout.write(`${text}\n`);
  },
  json: (value) => {
    process.stdout.write(`${JSON.stringify(value, null, 2)}\n`);
  },
};

/** Opens the application without a face, does the work and closes it, whatever happened. Logs only what went wrong. */
export async function withApp<Result>(
  work: (app: INestApplicationContext) => Promise<Result>,
  more: Omit<AppOptions, 'config'> & { readonly config?: AppOptions['config'] } = {},
): Promise<Result> {
  const config = more.config ?? loadConfig();
  const app = await NestFactory.createApplicationContext(AppModule.forRoot({ ...more, config }), {
    logger: new JsonLogger('warn'),
    abortOnError: false,
  });
  try {
    return await work(app);
  } finally {
    await app.close();
  }
}
