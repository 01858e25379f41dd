import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Abstract, INestApplicationContext, Type } from '@nestjs/common';
import { Test } from '@nestjs/testing';
import type { LocalDate } from '../../workflows/kernel';
import type { ReviewKind } from '../../workflows/review';
import { AppModule } from '../../src/app/app.module';
import { appSchema } from '../../src/app/app-schema';
import { SYSTEM_ACTOR, type Actor } from '../../src/platform/auth/actor';
import { SYSTEM_SCOPE } from '../../src/platform/auth/scope';
import type { Role } from '../../src/platform/auth/permission';
import { VirtualClock } from '../../src/platform/clock';
import { derivedId, SeededRandomness } from '../../src/platform/ids';
import { VerifyService } from '../../src/platform/invariants';
import {
  ReadDatabase,
  UnitOfWork,
  type PersistenceOptions,
  type SqlRow,
  type SqlValue,
} from '../../src/platform/persistence';
import { JobExecutor } from '../../src/platform/queue/job-executor';
import { JobQueue } from '../../src/platform/queue/job-queue.port';
import { OutboxRelay } from '../../src/platform/relay/outbox-relay';
import { CommandDispatcher } from '../../src/platform/runner/command-dispatcher';
import type { CommandResult } from '../../src/platform/runner/command-result';
import { ReviewsQueries } from '../../src/reviews';
import type { BallotChoice } from '../../src/reviews/ballots/ballot-paper';
import type { ReviewResponse } from '../../src/reviews/dto/review.response';
import { migrated } from '../support/migrated';
import { configOn, SITTING, TODAY, type SendOptions, type WorldOptions } from './reviews-samples';
import { aTown, type Member, type Town } from './reviews-town';

export { codesOf, configOn, REASON, SITTING, TODAY } from './reviews-samples';

/** A review round with the items of its cases. */
export interface Round {
  readonly id: string;
  /** In the order of the cases. */
  readonly itemIds: readonly string[];
  readonly caseIds: readonly string[];
}

/** The whole application around a council of a district, at its sitting until the clock is moved. */
export class Reviews {
  private count = 0;
  private closing: (() => void)[] = [];

  private constructor(
    readonly app: INestApplicationContext,
    readonly clock: VirtualClock,
    private readonly ofTown: Town,
    private readonly session: string,
  ) {}

  /** Opens the application on a database with a town in it, and the queue for its jobs. */
  static async open(database: PersistenceOptions, options: WorldOptions = {}): Promise<Reviews> {
    const directory = options.directory ?? mkdtempSync(join(tmpdir(), 'thidua-reviews-'));
    const clock = new VirtualClock(SITTING);
    const config = configOn(await migrated(database, appSchema), directory);
    const root = AppModule.forRoot({ config, clock, randomness: new SeededRandomness('reviews') });
    const app = await Test.createTestingModule({ imports: [root] }).compile();
    await app.init();
    const reviews = await Reviews.on(app, clock, options);
    if (options.directory === undefined) {
      reviews.closing.push(() => {
        rmSync(directory, { recursive: true, force: true });
      });
    }
    return reviews;
  }

  /** The same over an application that somebody else opened. */
  static async on(app: INestApplicationContext, clock: VirtualClock, options: WorldOptions = {}): Promise<Reviews> {
    const town: Town = { city: '', district: '', ward: '', council: '', members: [] };
    const reviews = new Reviews(app, clock, town, options.session ?? '');
    await reviews.get(JobQueue).start(reviews.get(JobExecutor).run);
    Object.assign(town, await aTown(reviews, options.members ?? 9, options.isEmpty !== false));
    return reviews;
  }

  get<Service>(type: Type<Service> | Abstract<Service>): Service {
    return this.app.get(type, { strict: false });
  }

  get town(): Town {
    return this.ofTown;
  }

  get members(): readonly Member[] {
    return this.town.members;
  }

  /** A member of the council by its place in it, the chair first. */
  member(index: number): Member {
    const member = this.members[index];
    if (!member) throw new Error(`The council has no member ${index}`);
    return member;
  }

  /** Ids of the first so many members. */
  first(count: number): readonly string[] {
    return this.members.slice(0, count).map(({ memberId }) => memberId);
  }

  get office(): Actor {
    return this.seat('standingOffice', this.town.city, this.town.district);
  }

  get chair(): Actor {
    return this.member(0).actor;
  }

  /** Somebody with one seat, who is nobody in the council. */
  seat(role: Role, ...path: readonly string[]): Actor {
    const unitPath = `/${path.join('/')}/`;
    const seat = { role, unitId: path.at(-1) ?? '', unitPath, councilId: null };
    return { id: derivedId(role, unitPath), personId: null, isSystem: false, seats: [seat] };
  }

  send(type: string, input: object = {}, options: SendOptions = {}): Promise<CommandResult> {
    const { actor = SYSTEM_ACTOR, id, commandId = this.next('command-'), comment, expectedVersion } = options;
    const more = { comment, expectedVersion, ...(id === undefined ? {} : { instanceId: id }) };
    const request = { actor, commandId, type, input, ...more };
    return this.get(CommandDispatcher).dispatch(request);
  }

  /** Sends a command that must be accepted; answers the id of what it was about. */
  async accepted(type: string, input: object = {}, options: SendOptions = {}): Promise<string> {
    const result = await this.send(type, input, options);
    if (result.outcome !== 'accepted') throw new Error(`${type}: ${JSON.stringify(result)}`);
    return result.id;
  }

  /** A command of the standing office on a round. */
  keep(round: Round, name: string, input: object = {}): Promise<CommandResult> {
    return this.send(`review.${name}`, input, { actor: this.office, id: round.id });
  }

  /** A command of the chair on a round. */
  lead(round: Round, name: string, input: object = {}): Promise<CommandResult> {
    return this.send(`review.${name}`, input, { actor: this.chair, id: round.id });
  }

  /** These commands of the standing office, which must be accepted. */
  async kept(round: Round, ...commands: readonly (readonly [name: string, input?: object])[]): Promise<void> {
    for (const [name, input = {}] of commands) {
      await this.accepted(`review.${name}`, input, { actor: this.office, id: round.id });
    }
  }

  /** A vote of a member, under a key of its own unless named. */
  cast(round: Round, item: number, member: number, choice: BallotChoice, commandId?: string): Promise<CommandResult> {
    const { actor } = this.member(member);
    const input = { itemId: round.itemIds[item], choice };
    return this.send('review.cast', input, { actor, id: round.id, ...(commandId ? { commandId } : {}) });
  }

  /** Votes of the first members, in their order. */
  async castAll(round: Round, item: number, choices: readonly BallotChoice[]): Promise<void> {
    for (const [member, choice] of choices.entries()) {
      const result = await this.cast(round, item, member, choice);
      if (result.outcome !== 'accepted') throw new Error(JSON.stringify(result));
    }
  }

  /** A scheduled round without an agenda. */
  async aRound(kind: ReviewKind = 'fullCouncil', meetsOn: LocalDate = TODAY): Promise<Round> {
    const input = { councilId: this.town.council, meetsOn, kind };
    const id = await this.accepted('review.schedule', input, { actor: this.office });
    return { id, itemIds: [], caseIds: [] };
  }

  /** Puts cases on the agenda and does what follows from it. */
  async withAgenda(round: Round, caseIds: readonly string[]): Promise<Round> {
    await this.kept(round, ['putOnAgenda', { caseIds }]);
    await this.drain();
    const { items } = await this.read(round);
    const itemIds = caseIds.map(
      (caseId) => items.find((item) => item.caseId === caseId && item.status === 'waiting')?.id ?? '',
    );
    return { ...round, itemIds, caseIds };
  }

  /** A round over these cases that has convened with the first so many members, all of them unless told otherwise. */
  async convened(caseIds: readonly string[], present = this.members.length): Promise<Round> {
    const round = await this.withAgenda(await this.aRound(), caseIds);
    await this.kept(round, ['convene', { presentIds: this.first(present) }]);
    return round;
  }

  /** The same with an open ballot on every item. */
  async voting(caseIds: readonly string[], present = this.members.length): Promise<Round> {
    const round = await this.convened(caseIds, present);
    await this.kept(round, ['openBallot', { itemIds: round.itemIds }]);
    return round;
  }

  read(round: Round): Promise<ReviewResponse> {
    return this.get(ReviewsQueries).one(SYSTEM_SCOPE, round.id);
  }

  async caseState(caseId = ''): Promise<string> {
    const [row] = await this.rows<{ state: string }>('SELECT state FROM award_cases WHERE id = ?', [caseId]);
    return row?.state ?? 'none';
  }

  rows<Row extends object = SqlRow>(sql: string, params: readonly SqlValue[] = []): Promise<Row[]> {
    return this.get(ReadDatabase).rows<Row>(sql, params);
  }

  /** Changes rows behind everybody's back. */
  async damage(sql: string, params: readonly SqlValue[] = []): Promise<void> {
    await this.get(UnitOfWork).run((tx) => tx.change(sql, params));
  }

  /** Does all jobs that are due. */
  drain(): Promise<void> {
    return this.get(OutboxRelay).drain();
  }

  /** Names of the checks that fail, with what they say. */
  async broken(): Promise<readonly string[]> {
    const { checks } = await this.get(VerifyService).run();
    return checks
      .filter(({ ok }) => !ok)
      .flatMap(({ name, violations }) => violations.map(({ message }) => `${name}: ${message}`));
  }

  /** A text that was not there before in this world. */
  next(prefix: string): string {
    this.count += 1;
    return `${prefix}${this.session}${this.count}`;
  }

  async close(): Promise<void> {
    await this.get(OutboxRelay).stop();
    await this.get(JobQueue).stop();
    await this.app.close();
    for (const close of this.closing) close();
  }
}
