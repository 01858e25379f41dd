import { join } from 'node:path';
import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { loadConfig } from '../../config';
import { AppModule } from '../../src/app/app.module';
import { appSchema } from '../../src/app/app-schema';
import type { Actor } from '../../src/platform/auth/actor';
import type { Role } from '../../src/platform/auth/permission';
import { VirtualClock } from '../../src/platform/clock';
import { JsonLogger } from '../../src/platform/logging/json-logger';
import { openPersistence, ReadDatabase } from '../../src/platform/persistence';
import { JobExecutor } from '../../src/platform/queue/job-executor';
import { JobQueue } from '../../src/platform/queue/job-queue.port';
import { OutboxRelay } from '../../src/platform/relay/outbox-relay';
import { CommandDispatcher } from '../../src/platform/runner/command-dispatcher';
import { instant } from '../../workflows/kernel';
import type { CaseLoad } from './load/load-cases';
import { loadLand } from './load/load-land';

const NOW = instant('2024-01-20T00:00:00.000Z');

/** The whole application without a face, durable as in use, on a database of many cases; jobs are done when asked for. */
export class LoadedApp {
  private count = 0;

  private constructor(
    private readonly app: INestApplicationContext,
    readonly unitId: string,
  ) {}

  static async open(directory: string, cases: number, kindOf?: CaseLoad['kindOf']): Promise<LoadedApp> {
    const file = join(directory, `cases-${cases}.sqlite`);
    const database = await openPersistence({ kind: 'sqlite', file }, appSchema);
    const { unitId } = await loadLand(database.uow, cases, kindOf);
    await database.close();
    const config = loadConfig({
      DATABASE_URL: file,
      THIDUA_BALLOT_KEY_FILE: join(directory, 'ballot.key'),
      THIDUA_MAIL_DIRECTORY: join(directory, 'mail'),
      THIDUA_LOG_LEVEL: 'error',
    });
    const root = AppModule.forRoot({ config, clock: new VirtualClock(NOW) });
    const app = await NestFactory.createApplicationContext(root, { logger: new JsonLogger('error') });
    const loaded = new LoadedApp(app, unitId);
    const executor = app.get(JobExecutor, { strict: false });
    await app.get(JobQueue, { strict: false }).start(executor.run);
    return loaded;
  }

  /** Somebody who holds this role on the unit of the cases. */
  actorWith(role: Role): Actor {
    const seat = { role, unitId: this.unitId, unitPath: `/${this.unitId}/`, councilId: null };
    return {
      id: `018d1e5a-2f00-7c3b-9f6e-${role.length.toString().padStart(12, '0')}`,
      personId: null,
      isSystem: false,
      seats: [seat],
    };
  }

  /** Ids of cases in a state, in the order of their ids. */
  async caseIds(state: string, limit: number): Promise<readonly string[]> {
    const rows = await this.app
      .get(ReadDatabase, { strict: false })
      .rows<{ id: string }>(`SELECT id FROM award_cases WHERE state = ? ORDER BY id LIMIT ${limit}`, [state]);
    return rows.map(({ id }) => id);
  }

  /** Sends a command that must be accepted; answers the id of what it was about. */
  async send(actor: Actor, type: string, input: object = {}, instanceId?: string): Promise<string> {
    this.count += 1;
    const result = await this.app.get(CommandDispatcher, { strict: false }).dispatch({
      ...{ actor, type, input, commandId: `bench-${this.count}` },
      ...(instanceId === undefined ? {} : { instanceId }),
    });
    if (result.outcome !== 'accepted') throw new Error(`${type}: ${JSON.stringify(result).slice(0, 2000)}`);
    return result.id;
  }

  /** Does all jobs that are due. */
  drain(): Promise<void> {
    return this.app.get(OutboxRelay, { strict: false }).drain();
  }

  async close(): Promise<void> {
    await this.app.get(OutboxRelay, { strict: false }).stop();
    await this.app.get(JobQueue, { strict: false }).stop();
    await this.app.close();
  }
}
