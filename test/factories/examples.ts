import type { Actor } from '../../src/platform/auth/actor';
import type { Role } from '../../src/platform/auth/permission';
import { Planner } from '../../src/platform/deadlines/planner';
import { VerifyService } from '../../src/platform/invariants';
import { derivedId } from '../../src/platform/ids';
import { UnitOfWork, type PersistenceOptions } from '../../src/platform/persistence';
import type { CommandResult } from '../../src/platform/runner/command-result';
import type { Instant } from '../../workflows/kernel';
import { AccessApp } from './access-app';
import { aUnit } from './access-place';
import type { Seated } from './history';

type PlaceName = 'district' | 'A' | 'B';

const SEATS: readonly (readonly [PlaceName, Role])[] = [
  ['district', 'standingOffice'],
  ['district', 'decidingAuthority'],
  ['A', 'unitOfficer'],
  ['A', 'standingOffice'],
  ['B', 'unitOfficer'],
];

/** The day that it is: 15/11/2024. */
export const TODAY = '2024-11-15';

/** A district with a running campaign, its office, and two wards that take part; what they find to follow and make known. */
export class Examples {
  readonly units: Record<string, string> = {};
  readonly seats: Record<string, Seated> = {};
  campaignId = '';

  private constructor(readonly world: AccessApp) {}

  static async open(database: PersistenceOptions): Promise<Examples> {
    const examples = new Examples(await AccessApp.open(database));
    await examples.settle();
    return examples;
  }

  of(place: PlaceName, role: Role): Seated {
    const seated = this.seats[`${place} ${role}`];
    if (!seated) throw new Error(`nobody is ${role} of ${place}`);
    return seated;
  }

  /** The officer of ward A. */
  get officer(): Actor {
    return this.of('A', 'unitOfficer').actor;
  }

  /** The standing office of the district. */
  get office(): Actor {
    return this.of('district', 'standingOffice').actor;
  }

  unit(place: PlaceName): string {
    return this.units[place] ?? '';
  }

  send(type: string, input: object, id: string | undefined, actor: Actor): Promise<CommandResult> {
    return this.world.send(type, input, id, actor);
  }

  accepted(type: string, input: object, id: string | undefined, actor: Actor): Promise<string> {
    return this.world.accepted(type, input, id, actor);
  }

  aPerson(input: object = {}): Promise<string> {
    return this.world.accepted('person.add', { name: this.world.next('Người mẫu '), unitId: this.unit('A'), ...input });
  }

  /** What an example is found with: a model of ward A in the campaign unless told otherwise. */
  example(input: object = {}): object {
    const what = { kind: 'model', title: 'Tuyến phố tự quản', field: 'environment', foundOn: '2024-05-19' };
    return { unitId: this.unit('A'), campaignId: this.campaignId, ...what, ...input };
  }

  find(input: object = {}): Promise<string> {
    return this.accepted('example.find', this.example(input), undefined, this.officer);
  }

  /** An example of a person, found with an account, and the person. */
  async anExampleOfAPerson(input: object = {}): Promise<{ readonly id: string; readonly personId: string }> {
    const personId = await this.aPerson();
    const about = { kind: 'person', subjectId: personId, title: 'Người tốt, việc tốt', field: 'socialCare' };
    const id = await this.find({ ...about, account: 'Câu chuyện dài về một người tốt', ...input });
    return { id, personId };
  }

  /** Proposes an example and accepts it. */
  async accept(id: string): Promise<string> {
    await this.accepted('example.propose', {}, id, this.officer);
    return this.accepted('example.accept', { reason: 'Cách làm hay, nên nhân rộng' }, id, this.office);
  }

  /** Reads as the office of the district unless told otherwise; undefined when it is not there. */
  async get<Body>(url: string, { token } = this.of('district', 'standingOffice')): Promise<Body | undefined> {
    const { status, text } = await this.world.call(token, 'GET', `/api/v1/${url}`);
    if (status === 404) return undefined;
    if (status !== 200) throw new Error(`${url}: ${status} ${text}`);
    return JSON.parse(text) as Body;
  }

  /** What the checks find. */
  async broken(): Promise<readonly string[]> {
    const only = ['examples-published', 'examples-erased-with-people', 'publicity-deadlines', 'no-private-text'];
    const { checks } = await this.world.get(VerifyService).run({ only: [...only, 'event-chain'] });
    return checks.flatMap(({ name, violations }) => violations.map(({ message }) => `${name}: ${message}`));
  }

  /** Changes rows behind everybody's back. */
  async damage(sql: string, params: readonly string[] = []): Promise<void> {
    await this.world.get(UnitOfWork).run((tx) => tx.change(sql, params));
  }

  /** What the clock brings by this moment. */
  async passTo(moment: Instant): Promise<void> {
    this.world.clock.set(moment);
    await this.world.get(Planner).tick(moment);
    await this.world.drain();
  }

  /** A launched campaign of the district in which both wards take part. */
  async aCampaign(isLaunched = true): Promise<string> {
    const unitIds = [this.unit('A'), this.unit('B')];
    const plan = {
      ...{ code: this.world.next('PT-'), name: 'Phong trào mẫu', kind: 'thematic', periodType: 'calendarYear' },
      ...{ startsOn: '2024-01-01', endsOn: '2025-12-31', issuerIds: [this.unit('district')], unitIds, rounds: [] },
      indicators: [{ code: '1', name: 'Chỉ tiêu', measures: [MEASURE] }],
      allocations: [],
    };
    const id = await this.accepted('campaign.draft', plan, undefined, this.office);
    if (!isLaunched) return id;
    const { actor: authority } = this.of('district', 'decidingAuthority');
    await this.accepted('campaign.submit', {}, id, this.office);
    const approval = { number: '15', symbol: 'KH-UBND', approvedOn: '2024-01-19' };
    await this.accepted('campaign.approve', approval, id, authority);
    return this.accepted('campaign.launch', {}, id, authority);
  }

  private async settle(): Promise<void> {
    const { world, units } = this;
    units.district = await aUnit(world, 'QUAN', 'district');
    units.A = await aUnit(world, 'Phường Một', 'commune', units.district);
    units.B = await aUnit(world, 'Phường Hai', 'commune', units.district);
    for (const [place, role] of SEATS) {
      const unitId = this.unit(place);
      const { token } = await world.aToken(
        await world.aUser(`${role}.${place}`.toLowerCase(), unitId, [{ role, unitId }]),
      );
      this.seats[`${place} ${role}`] = { token, actor: await world.actorOf(token) };
    }
    this.campaignId = await this.aCampaign();
  }
}

const MEASURE = {
  ...{ code: 'm', name: 'Tiêu chí', isMandatory: true, unit: '%', direction: 'atLeast' },
  plans: [{ name: 'Kế hoạch', value: '60' }],
};

/** An id that nothing has. */
export const NOTHING = derivedId('nothing');
