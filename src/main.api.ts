import { loadConfig } from '../config';
import { serve } from './app/serve';
import { reportFailedStart } from './platform/http/server/listen';
import { JsonLogger } from './platform/logging/json-logger';

/** The API process. In the embedded profile it also does the background work. */
async function main(): Promise<void> {
  const config = loadConfig();
  const logger = new JsonLogger(config.logLevel);
  await serve({ config }, logger).catch((error: unknown) => {
    reportFailedStart(error, logger);
  });
}

void main();
