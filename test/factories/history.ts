import type { Actor } from '../../src/platform/auth/actor';
import type { Role } from '../../src/platform/auth/permission';
import { UnitOfWork, type PersistenceOptions, type SqlValue } from '../../src/platform/persistence';
import { VerifyService } from '../../src/platform/invariants';
import type { CommandResult } from '../../src/platform/runner/command-result';
import { AccessApp } from './access-app';
import { aUnit } from './access-place';

/** Somebody with a seat, as commands and as requests know them. */
export interface Seated {
  readonly actor: Actor;
  readonly token: string;
}

export const PAPER = { number: '12/QĐ', issuer: 'UBND phường', date: '2022-12-20' };

/** A district with two wards, their offices, and what their people have behind them. */
export class History {
  district = '';
  wardA = '';
  wardB = '';
  readonly seats: Record<string, Seated> = {};
  private count = 0;

  private constructor(readonly world: AccessApp) {}

  static async open(database: PersistenceOptions): Promise<History> {
    const history = new History(await AccessApp.open(database));
    await history.settle();
    return history;
  }

  /** Who holds this role in a ward: `of('standingOffice', 'A')`. */
  of(role: Role, ward: 'A' | 'B'): Seated {
    const seated = this.seats[`${role} ${ward}`];
    if (!seated) throw new Error(`nobody is ${role} of ${ward}`);
    return seated;
  }

  get office(): Actor {
    return this.of('standingOffice', 'A').actor;
  }

  aPerson(input: object = {}): Promise<string> {
    return this.world.accepted('person.add', { name: this.next('Người mẫu số '), unitId: this.wardA, ...input });
  }

  /** What a rating of a person is recorded with. */
  rating(subjectId: string, input: object = {}): object {
    const year = { period: 'calendarYear', year: 2023, rating: 'excellent', ratedBy: 'UBND phường' };
    return { subjectKind: 'person', subjectId, ...year, ...input };
  }

  /** What a decision is entered with: one award for each of these people. */
  decision(subjectIds: readonly string[], input: object = {}, award: object = {}): object {
    const awards = subjectIds.map((subjectId) => ({ subjectKind: 'person', subjectId, tier: 'CSTDCS', ...award }));
    const paper = { number: this.next(''), symbol: 'QĐ-UBND', issuer: 'UBND quận', issuedOn: '2022-12-20' };
    return { ...paper, awards, ...input };
  }

  /** An initiative of these people, recorded. */
  anInitiative(subjectIds: readonly string[], input: object = {}): Promise<string> {
    const authors = subjectIds.map((subjectId) => ({ subjectKind: 'person', subjectId }));
    const what = { title: this.next('Sáng kiến '), kind: 'initiative', scope: 'unit', paper: PAPER };
    return this.accepted('initiative.record', { ...what, authors, ...input });
  }

  discipline(subjectId: string, input: object = {}): object {
    const measure = { form: 'reprimand', from: '2021-01-01', until: '2021-12-31', paper: PAPER };
    return { subjectKind: 'person', subjectId, ...measure, ...input };
  }

  violations(rows: readonly object[], input: object = {}): object {
    const period = { periodFrom: '2024-01-01', periodTo: '2024-10-31', receivedOn: '2024-11-10' };
    return { unitId: this.wardA, agency: 'Công an phường', paper: PAPER, rows, ...period, ...input };
  }

  /** Sends a command as the office of ward A unless told otherwise. */
  send(type: string, input: object, id?: string, actor: Actor = this.office): Promise<CommandResult> {
    return this.world.send(type, input, id, actor);
  }

  accepted(type: string, input: object, id?: string, actor: Actor = this.office): Promise<string> {
    return this.world.accepted(type, input, id, actor);
  }

  /** Reads as the office of ward A unless told otherwise; undefined when it is not there. */
  async get<Body>(url: string, { token }: Seated = this.of('standingOffice', 'A')): Promise<Body | undefined> {
    const { status, text } = await this.world.call(token, 'GET', `/api/v1/${url}`);
    if (status === 404) return undefined;
    if (status !== 200) throw new Error(`${url}: ${status} ${text}`);
    return JSON.parse(text) as Body;
  }

  /** What the checks of history find. */
  async broken(): Promise<readonly string[]> {
    const only = ['records-entered-once', 'initiatives-back-one-thing', 'no-private-text', 'event-chain'];
    const { checks } = await this.world.get(VerifyService).run({ only });
    return checks.flatMap(({ name, violations }) => violations.map(({ message }) => `${name}: ${message}`));
  }

  /** Changes rows behind everybody's back. */
  async damage(sql: string, params: readonly SqlValue[] = []): Promise<void> {
    await this.world.get(UnitOfWork).run((tx) => tx.change(sql, params));
  }

  next(prefix: string): string {
    this.count += 1;
    return `${prefix}${this.count}`;
  }

  private async settle(): Promise<void> {
    const { world } = this;
    this.district = await aUnit(world, 'QUAN', 'district');
    this.wardA = await aUnit(world, 'Phường Một', 'commune', this.district);
    this.wardB = await aUnit(world, 'Phường Hai', 'commune', this.district);
    for (const [ward, unitId] of [
      ['A', this.wardA],
      ['B', this.wardB],
    ] as const) {
      for (const role of ['standingOffice', 'unitOfficer'] as const) {
        const login = `${role}.${ward}`.toLowerCase();
        const { token } = await world.aToken(await world.aUser(login, unitId, [{ role, unitId }]));
        this.seats[`${role} ${ward}`] = { token, actor: await world.actorOf(token) };
      }
    }
  }
}

/** The codes of a refusal; throws when the command was not refused. */
export function codesOf(result: CommandResult): readonly string[] {
  if (result.outcome !== 'refused') throw new Error(`not refused: ${JSON.stringify(result)}`);
  return result.reasons.map(({ code }) => code);
}
