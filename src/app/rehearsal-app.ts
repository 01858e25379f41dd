import { NestFactory } from '@nestjs/core';
import { join } from 'node:path';
import { loadConfig } from '../../config';
import { JsonLogger } from '../platform/logging/json-logger';
import type { RehearsalApp, RehearsalAppOptions } from '../rehearsal';
import { AppModule } from './app.module';

/** Opens the whole application on a throw-away database and a virtual clock. */
export async function openRehearsalApp(options: RehearsalAppOptions): Promise<RehearsalApp> {
  const { directory, databaseFile, synchronous, clock, randomness } = options;
  const config = loadConfig({
    DATABASE_URL: databaseFile,
    THIDUA_MAIL_DIRECTORY: join(directory, 'mail'),
    THIDUA_BALLOT_KEY_FILE: join(directory, 'ballot.key'),
  });
  return NestFactory.createApplicationContext(AppModule.forRoot({ config, synchronous, clock, randomness }), {
    // Standard output belongs to the report.
    logger: new JsonLogger('warn', process.stderr),
    abortOnError: false,
  });
}
