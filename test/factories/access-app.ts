import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Abstract, Type } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { loadConfig } from '../../config';
import { instant } from '../../workflows/kernel';
import { ApiModule } from '../../src/app/api.module';
import { appSchema } from '../../src/app/app-schema';
import { SYSTEM_ACTOR, type Actor } from '../../src/platform/auth/actor';
import type { Role } from '../../src/platform/auth/permission';
import { TokenDirectory } from '../../src/platform/auth/token-directory.port';
import { VirtualClock } from '../../src/platform/clock';
import { createHttpApp } from '../../src/platform/http/create-http-app';
import { SeededRandomness } from '../../src/platform/ids';
import { JsonLogger } from '../../src/platform/logging/json-logger';
import { ReadDatabase, type PersistenceOptions, type SqlRow, type SqlValue } from '../../src/platform/persistence';
import { JobExecutor } from '../../src/platform/queue/job-executor';
import { JobQueue } from '../../src/platform/queue/job-queue.port';
import { OutboxRelay } from '../../src/platform/relay/outbox-relay';
import { CommandDispatcher } from '../../src/platform/runner/command-dispatcher';
import type { CommandResult } from '../../src/platform/runner/command-result';
import { TokensService } from '../../src/users';
import { migrated } from '../support/migrated';

/** The morning of 15/11/2024 in Vietnam. */
const START = instant('2024-11-15T02:00:00.000Z');

/** What a request over HTTP comes back with. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly text: string;
}

/** Where somebody sits: a role on a unit, or in a council of it. */
export interface SeatAt {
  readonly role: Role;
  readonly unitId: string;
  readonly councilId?: string;
  readonly validFrom?: string;
  readonly validTo?: string;
}

/** The whole application with its HTTP face, on a clock that stands still; jobs are done when they are asked for. */
export class AccessApp {
  private count = 0;

  private constructor(
    readonly app: NestFastifyApplication,
    readonly clock: VirtualClock,
    /** All that was logged, one line each. */
    readonly log: readonly string[],
  ) {}

  static async open(database: PersistenceOptions): Promise<AccessApp> {
    const [place, directory] = placeOf(await migrated(database, appSchema));
    const config = loadConfig({
      DATABASE_URL: place,
      THIDUA_BALLOT_KEY_FILE: join(directory, 'ballot.key'),
      THIDUA_MAIL_DIRECTORY: join(directory, 'mail'),
    });
    const clock = new VirtualClock(START);
    const log: string[] = [];
    const logger = new JsonLogger('trace', { write: (line) => void log.push(line) });
    const options = { config, clock, randomness: new SeededRandomness('access'), synchronous: 'OFF' as const };
    const app = await createHttpApp(ApiModule.forRoot(options), config, logger);
    await app.init();
    await app.getHttpAdapter().getInstance().ready();
    const access = new AccessApp(app, clock, log);
    await access.get(JobQueue).start(access.get(JobExecutor).run);
    return access;
  }

  get<Service>(type: Type<Service> | Abstract<Service>): Service {
    return this.app.get(type, { strict: false });
  }

  /** A request with this token; without one when it is empty. */
  async call(token: string, method: 'GET' | 'POST', url: string, payload?: object): Promise<Answer> {
    const response = await this.app.inject({
      method,
      url,
      headers: token === '' ? {} : { authorization: `Bearer ${token}` },
      ...(payload ? { payload } : {}),
    });
    return { status: response.statusCode, headers: response.headers, text: response.body };
  }

  /** Sends a command, as the system unless told otherwise. */
  send(type: string, input: object = {}, id?: string, actor: Actor = SYSTEM_ACTOR): Promise<CommandResult> {
    return this.get(CommandDispatcher).dispatch({
      ...{ actor, type, input, commandId: this.next('command-') },
      ...(id === undefined ? {} : { instanceId: id }),
    });
  }

  /** Sends a command that must be accepted; answers the id of what it was about. */
  async accepted(type: string, input: object = {}, id?: string, actor: Actor = SYSTEM_ACTOR): Promise<string> {
    const result = await this.send(type, input, id, actor);
    if (result.outcome !== 'accepted') throw new Error(`${type}: ${JSON.stringify(result)}`);
    return result.id;
  }

  /** An account with these seats; answers its id. */
  async aUser(login: string, unitId: string, seats: readonly SeatAt[], personId?: string): Promise<string> {
    const id = await this.accepted('user.add', { login, unitId, ...(personId ? { personId } : {}) });
    for (const seat of seats) await this.accepted('user.giveSeat', { validFrom: '2020-01-01', ...seat }, id);
    return id;
  }

  async aToken(userId: string, expiresOn?: string): Promise<{ readonly token: string; readonly tokenId: string }> {
    const request = { actor: SYSTEM_ACTOR, commandId: this.next('token-'), userId };
    const service = this.get(TokensService);
    const { token, tokenId } = await service.issue({
      ...request,
      ...(expiresOn ? { expiresOn: expiresOn as never } : {}),
    });
    return { token: token ?? '', tokenId };
  }

  /** Who holds this token, with the seats of the day. */
  async actorOf(token: string): Promise<Actor> {
    const actor = await this.get(TokenDirectory).actorOf(token);
    if (!actor) throw new Error('nobody holds this token');
    return actor;
  }

  rows<Row extends object = SqlRow>(sql: string, params: readonly SqlValue[] = []): Promise<Row[]> {
    return this.get(ReadDatabase).rows<Row>(sql, params);
  }

  /** Does all jobs that are due. */
  drain(): Promise<void> {
    return this.get(OutboxRelay).drain();
  }

  /** A text that was not there before. */
  next(prefix: string): string {
    this.count += 1;
    return `${prefix}${this.count}`;
  }

  async close(): Promise<void> {
    await this.get(OutboxRelay).stop();
    await this.get(JobQueue).stop();
    await this.app.close();
  }
}

/** Where the database is, and a directory for what lies beside it. */
function placeOf(database: PersistenceOptions): readonly [string, string] {
  if (database.kind === 'sqlite') return [database.file, dirname(database.file)];
  return [database.url, mkdtempSync(join(tmpdir(), 'thidua-access-'))];
}
