import { tmpdir } from 'node:os';
import type { Abstract, Type } from '@nestjs/common';
import { Test, type TestingModule } from '@nestjs/testing';
import { addDays, localDateOf, startOfDay, type Instant } from '../../workflows/kernel';
import { SYSTEM_ACTOR, type Actor } from '../../src/platform/auth/actor';
import type { Role } from '../../src/platform/auth/permission';
import { VirtualClock } from '../../src/platform/clock';
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
import { RELEASE } from '../../src/rulebooks/rulebooks.service';
import { awardsImports, releaseForTests } from './awards-modules';
import { LONG_AGO, named, START, TODAY, type SendOptions } from './awards-words';

/** What every dossier holds beside the letter of submission (Law 06/2022/QH15, article 84). */
const EVERY_DOSSIER = ['BAO_CAO', 'BIEN_BAN'] as const;

/** A city with a district and two wards, their officers, and everything from the dossier to the decision. */
export class Awards {
  city = '';
  district = '';
  ward = '';
  otherWard = '';
  person = '';
  private count = 0;

  private constructor(
    readonly app: TestingModule,
    readonly clock: VirtualClock,
  ) {}

  static async open(database: PersistenceOptions, release = releaseForTests()): Promise<Awards> {
    const clock = new VirtualClock(START);
    const imports = awardsImports(database, clock, tmpdir());
    const building = Test.createTestingModule({ imports }).overrideProvider(RELEASE).useValue(release);
    const app = await building.compile();
    await app.init();
    const awards = new Awards(app, clock);
    await awards.get(JobQueue).start(awards.get(JobExecutor).run);
    await awards.settle();
    return awards;
  }

  get<Service>(type: Type<Service> | Abstract<Service>): Service {
    return this.app.get(type, { strict: false });
  }

  /** Somebody with one seat on a unit of this town. */
  seat(role: Role, ...path: readonly string[]): Actor {
    const unitPath = `/${path.join('/')}/`;
    const id = named(`${role} ${unitPath}`);
    return {
      id,
      personId: null,
      isSystem: false,
      seats: [{ role, unitId: path.at(-1) ?? '', unitPath, councilId: null }],
    };
  }

  get officer(): Actor {
    return this.seat('unitOfficer', this.city, this.district, this.ward);
  }

  get office(): Actor {
    return this.seat('standingOffice', this.city, this.district);
  }

  get authority(): Actor {
    return this.seat('decidingAuthority', this.city, this.district);
  }

  send(type: string, input: object = {}, options: SendOptions = {}): Promise<CommandResult> {
    const { actor = SYSTEM_ACTOR, id, commandId = this.next('command-'), expectedVersion, comment } = options;
    return this.get(CommandDispatcher).dispatch({
      ...{ actor, commandId, type, input },
      ...(id === undefined ? {} : { instanceId: id }),
      ...(expectedVersion === undefined ? {} : { expectedVersion }),
      ...(comment === undefined ? {} : { comment }),
    });
  }

  /** Sends a command that must be accepted; answers the id of what it was about. */
  async accepted(type: string, input: object = {}, options: SendOptions = {}): Promise<string> {
    const result = await this.send(type, input, options);
    if (result.outcome !== 'accepted') throw new Error(`${type}: ${JSON.stringify(result)}`);
    return result.id;
  }

  /** Sends these commands without input, one after the other, to one thing. */
  async all(actor: Actor, id: string, ...types: readonly string[]): Promise<void> {
    for (const type of types) await this.accepted(type, {}, { actor, id });
  }

  aPerson(unitId = this.ward): Promise<string> {
    return this.accepted('person.add', { name: `Người mẫu ${this.next('số ')}`, unitId });
  }

  /** A dossier of the ward in draft, with the papers of these codes: unless named those that every dossier has. */
  async aDossier(input: object = {}, codes: readonly string[] = EVERY_DOSSIER): Promise<string> {
    const head = { number: `${this.next('')}/TTr-UBND`, datedOn: TODAY, signerTitle: 'Chủ tịch UBND phường' };
    const id = await this.accepted('dossier.draft', { unitId: this.ward, ...head, ...input }, { actor: this.officer });
    for (const code of codes) {
      const paper = { title: `Giấy tờ ${code}`, code, number: '45/BC-UBND', issuer: 'UBND phường', date: TODAY };
      await this.accepted('dossier.addPaper', paper, { actor: this.officer, id });
    }
    return id;
  }

  /** What nominates a person of the ward, for an achievement of its own unless named. */
  nomination(input: object = {}): object {
    return {
      subject: { kind: 'person', id: this.person },
      tier: 'GK',
      commendation: 'merit',
      achievementId: named(this.next('achievement ')),
      achievedFrom: '2024-01-01',
      achievedTo: '2024-10-31',
      ...input,
    };
  }

  aCase(dossierId: string, input: object = {}): Promise<string> {
    return this.accepted('award.draft', { dossierId, ...this.nomination(input) }, { actor: this.officer });
  }

  /** Takes a dossier with its cases through reception, so that they can be appraised. */
  async complete(dossierId: string): Promise<void> {
    await this.all(this.officer, dossierId, 'dossier.submit');
    await this.all(this.office, dossierId, 'dossier.receive', 'dossier.markComplete');
    await this.drain();
  }

  /** A case that has been appraised and listed for the council. */
  async listed(input: { readonly tier?: string; readonly [name: string]: unknown } = {}): Promise<string> {
    const isVoted = input.tier === 'CSTDCS';
    const dossier = await this.aDossier(
      {},
      isVoted ? [...EVERY_DOSSIER, 'KET_QUA_PHIEU', 'CHUNG_NHAN'] : EVERY_DOSSIER,
    );
    const id = await this.aCase(dossier, input);
    await this.complete(dossier);
    await this.appraise(id);
    await this.all(this.office, id, 'award.list');
    return id;
  }

  /** What the council does with a case, as its review round tells it. */
  review(command: string, id: string, input: object = {}): Promise<CommandResult> {
    return this.send(`award.${command}`, { reviewId: named('review'), itemId: named(`item ${id}`), ...input }, { id });
  }

  /**
   * Appraises a received case favourably. With a reason: this town gives the same person the same award again and again, and
   * that the rules find otherwise is not what its tests are about.
   */
  async appraise(caseId: string): Promise<void> {
    const byOffice = { actor: this.office, id: caseId, comment: 'Đã đối chiếu với hồ sơ' };
    await this.accepted('award.assign', { officerId: named('expert') }, { actor: this.office, id: caseId });
    await this.accepted('award.appraise', { finding: 'met', eligible: true }, byOffice);
  }

  /** Cases of one dossier that need no council and are recommended. */
  async recommended(count = 1, input: object = {}): Promise<readonly string[]> {
    const dossier = await this.aDossier();
    const cases: string[] = [];
    for (let each = 0; each < count; each += 1) cases.push(await this.aCase(dossier, { tier: 'LDTT', ...input }));
    await this.complete(dossier);
    for (const id of cases) {
      await this.appraise(id);
      await this.all(this.office, id, 'award.recommendWithoutCouncil');
    }
    return cases;
  }

  /** A decision of the district over these cases, signed. */
  async signed(caseIds: readonly string[]): Promise<string> {
    const draft = { authorityUnitId: this.district, caseIds };
    const id = await this.accepted('decision.draft', draft, { actor: this.office });
    await this.all(this.office, id, 'decision.sendForSignature');
    await this.accepted('decision.sign', { capacity: 'self', title: 'Chủ tịch' }, { actor: this.authority, id });
    return id;
  }

  /** The same, numbered and issued today; its jobs are still to be done. */
  async issued(caseIds: readonly string[]): Promise<string> {
    const id = await this.signed(caseIds);
    const number = { number: this.next(''), symbol: 'QĐ-UBND', year: 2024 };
    await this.accepted('decision.number', number, { actor: this.office, id });
    await this.accepted('decision.issue', { issuedOn: localDateOf(this.clock.now()) }, { actor: this.office, id });
    return id;
  }

  async stateOf(caseId: string): Promise<string> {
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

  /** The first moment of a later day in Vietnam. */
  passDays(days: number): Instant {
    const day = addDays(localDateOf(this.clock.now()), days);
    this.clock.set(startOfDay(day));
    return this.clock.now();
  }

  /** Names of the checks that fail, with what they say. */
  async broken(...only: readonly string[]): Promise<readonly string[]> {
    const { checks } = await this.get(VerifyService).run(only.length > 0 ? { only } : {});
    return checks
      .filter(({ ok }) => !ok)
      .flatMap(({ name, violations }) => violations.map(({ message }) => `${name}: ${message}`));
  }

  next(prefix: string): string {
    this.count += 1;
    return `${prefix}${this.count}`;
  }

  async close(): Promise<void> {
    await this.get(OutboxRelay).stop();
    await this.get(JobQueue).stop();
    await this.app.close();
  }

  private async settle(): Promise<void> {
    const unit = (name: string, kind: string, level: string, parentId?: string): Promise<string> =>
      this.accepted('unit.add', {
        code: this.next('U'),
        name,
        kind,
        level,
        validFrom: LONG_AGO,
        ...(parentId ? { parentId } : {}),
      });
    this.city = await unit('Thành phố', 'province', 'province');
    this.district = await unit('Quận', 'district', 'district', this.city);
    this.ward = await unit('Phường Một', 'ward', 'commune', this.district);
    this.otherWard = await unit('Phường Hai', 'ward', 'commune', this.district);
    this.person = await this.aPerson();
  }
}
