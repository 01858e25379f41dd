import { loadConfig } from '../config';
import { work } from './app/work';
import { reportFailedStart } from './platform/http/server/listen';
import { JsonLogger } from './platform/logging/json-logger';

/** A process that only does the background work: jobs, relay, deadlines. */
async function main(): Promise<void> {
  const config = loadConfig();
  const logger = new JsonLogger(config.logLevel);
  await work({ config }, logger).catch((error: unknown) => {
    reportFailedStart(error, logger);
  });
}

void main();
