import type { INestApplicationContext } from '@nestjs/common';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { configFolder, type AppConfig } from '../../config';
import { SYSTEM_ACTOR } from '../platform/auth/actor';
import type { HandoverClock } from '../platform/clock/handover-clock';
import { SystemClock } from '../platform/clock/system-clock';
import { VirtualClock } from '../platform/clock/virtual-clock';
import { AppError } from '../platform/errors/app-error';
import { Ids } from '../platform/ids/ids.port';
import { ReadDatabase } from '../platform/persistence';
import { inWorldOf, readScenario, Rehearsal, type Scenario } from '../rehearsal';
import { TokensService } from '../users';
import { moveYears } from './move-years';

/** The token of each user, by login. */
type Tokens = Readonly<Record<string, string>>;

/** The demonstration could not be played to its end: a mistake of ours. */
export class DemoFailedError extends AppError {
  constructor(failures: readonly object[]) {
    super('DEMO.FAILED', 'The demonstration data could not be made', { failures }, { level: 'error' });
  }
}

/**
 * Plays config/seeds/demo.yaml in an open application, as the named users and at the times of the file, and writes a token
 * for each user into `demo-tokens.json` beside the data. The application's clock tells the machine's time again afterwards.
 * Adds nothing to a database that has units. Throws DemoFailedError.
 */
export async function seedDemo(
  app: INestApplicationContext,
  clock: HandoverClock,
  { dataDirectory }: Pick<AppConfig, 'dataDirectory'>,
): Promise<string> {
  const path = join(dataDirectory, 'demo-tokens.json');
  if (await hasUnits(app)) {
    return existsSync(path)
      ? `The demonstration is there already; its tokens: ${path}`
      : 'The database is in use: no demonstration was added';
  }
  writeTokens(path, await play(app, clock, demoScenario()));
  return `A demonstration council was made. Its users and their tokens: ${path}`;
}

/** Plays the file at its own times; answers a token for each user, by login. */
async function play(app: INestApplicationContext, clock: HandoverClock, scenario: Scenario): Promise<Tokens> {
  const past = new VirtualClock(scenario.start);
  const listener = { entry: () => undefined, progress: () => undefined };
  clock.handTo(past);
  try {
    const result = await inWorldOf(app, past, (world) => new Rehearsal(world, scenario, listener).run());
    if (!result.ok) throw new DemoFailedError(result.failures);
    return await issueTokens(app);
  } finally {
    clock.handTo(new SystemClock());
  }
}

/** The file with its years moved up to the present. */
function demoScenario(): Scenario {
  const file = join(configFolder('seeds'), 'demo.yaml');
  const content = readFileSync(file, 'utf8');
  const { start, steps } = readScenario(file, content);
  const last = steps.at(-1)?.at ?? start;
  return readScenario(file, moveYears(content, last, new SystemClock().now()));
}

async function hasUnits(app: INestApplicationContext): Promise<boolean> {
  const units = await app.get(ReadDatabase, { strict: false }).rows('SELECT id FROM units LIMIT 1');
  return units.length > 0;
}

/** A fresh token for each user, by login. */
async function issueTokens(app: INestApplicationContext): Promise<Tokens> {
  const [ids, service] = [app.get(Ids, { strict: false }), app.get(TokensService, { strict: false })];
  const users = await app
    .get(ReadDatabase, { strict: false })
    .rows<{ id: string; login: string }>('SELECT id, login FROM users ORDER BY login');
  const tokens: Record<string, string> = {};
  for (const { id: userId, login } of users) {
    const { token } = await service.issue({ actor: SYSTEM_ACTOR, commandId: ids.next(), userId });
    if (token !== null) tokens[login] = token;
  }
  return tokens;
}

/** For the owner's eyes alone: whoever has a token is that user. */
function writeTokens(path: string, tokens: Readonly<Record<string, string>>): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, `${JSON.stringify(tokens, null, 2)}\n`, { mode: 0o600 });
}
