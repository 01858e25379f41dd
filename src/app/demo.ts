import { NestFactory } from '@nestjs/core';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { configFolder, type AppConfig } from '../../config';
import { SYSTEM_ACTOR } from '../platform/auth/actor';
import { VirtualClock } from '../platform/clock/virtual-clock';
import { AppError } from '../platform/errors/app-error';
import { Ids } from '../platform/ids/ids.port';
import { JsonLogger } from '../platform/logging/json-logger';
import { ReadDatabase } from '../platform/persistence';
import { inWorldOf, readScenario, Rehearsal } from '../rehearsal';
import { TokensService } from '../users';
import { AppModule } from './app.module';

/** The demonstration could not be played to its end: a mistake of ours. */
export class DemoFailedError extends AppError {
  constructor(failures: readonly object[]) {
    super('DEMO.FAILED', 'The demonstration data could not be made', { failures }, { level: 'error' });
  }
}

/**
 * Plays config/seeds/demo.yaml on the database of this configuration, as the named users and at the times of the file,
 * and writes a token for each user into `demo-tokens.json` beside the data. Does nothing when there is a unit already.
 */
export async function seedDemo(config: AppConfig, tell: (text: string) => void): Promise<void> {
  const file = join(configFolder('seeds'), 'demo.yaml');
  const scenario = readScenario(file, readFileSync(file, 'utf8'));
  const clock = new VirtualClock(scenario.start);
  const app = await NestFactory.createApplicationContext(AppModule.forRoot({ config, clock }), {
    logger: new JsonLogger('warn'),
    abortOnError: false,
  });
  try {
    const reads = app.get(ReadDatabase, { strict: false });
    if ((await reads.rows('SELECT id FROM units LIMIT 1')).length > 0) return;
    tell('Making a demonstration council…');
    const listener = { entry: () => undefined, progress: () => undefined };
    const result = await inWorldOf(app, clock, (world) => new Rehearsal(world, scenario, listener).run());
    if (!result.ok) throw new DemoFailedError(result.failures);
    const path = tokensFile(config);
    const users = await reads.rows<{ id: string; login: string }>('SELECT id, login FROM users ORDER BY login');
    const tokens: Record<string, string> = {};
    for (const { id, login } of users) {
      const commandId = app.get(Ids, { strict: false }).next();
      const issued = await app
        .get(TokensService, { strict: false })
        .issue({ actor: SYSTEM_ACTOR, commandId, userId: id });
      if (issued.token !== null) tokens[login] = issued.token;
    }
    writeTokens(path, tokens);
    tell(`Users of the demonstration and their tokens: ${path}`);
  } finally {
    await app.close();
  }
}

/** Where the tokens of the demonstration's users are. */
function tokensFile(config: AppConfig): string {
  return join(config.dataDirectory, 'demo-tokens.json');
}

function writeTokens(path: string, tokens: Readonly<Record<string, string>>): void {
  if (!existsSync(join(path, '..'))) mkdirSync(join(path, '..'), { recursive: true });
  writeFileSync(path, `${JSON.stringify(tokens, null, 2)}\n`, { mode: 0o600 });
}
