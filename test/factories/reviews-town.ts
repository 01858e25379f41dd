import { localDate } from '../../workflows/kernel';
import type { Actor } from '../../src/platform/auth/actor';
import { derivedId } from '../../src/platform/ids';
import type { Role } from '../../src/platform/auth/permission';
import type { SqlRow, SqlValue } from '../../src/platform/persistence';

/** A member of the council with the account that acts for them. */
export interface Member {
  readonly memberId: string;
  readonly personId: string;
  readonly actor: Actor;
}

/** Where review rounds of these tests take place. */
export interface Town {
  readonly city: string;
  readonly district: string;
  readonly ward: string;
  /** The council of the district. */
  readonly council: string;
  /** In the order of the council. */
  readonly members: readonly Member[];
}

/** Where a town is built: what sends the commands. */
export interface World {
  readonly town: Town;
  /** The standing office of the district. */
  readonly office: Actor;
  seat(role: Role, ...path: readonly string[]): Actor;
  accepted(type: string, input: object, options?: { readonly actor?: Actor; readonly id?: string }): Promise<string>;
  rows<Row extends object = SqlRow>(sql: string, params?: readonly SqlValue[]): Promise<Row[]>;
  drain(): Promise<void>;
  /** A text that was not there before. */
  next(prefix: string): string;
}

const LONG_AGO = localDate('2020-01-01');

/** A city with a district, a ward and a council of so many members; in a new database, or as one has it already. */
export async function aTown(world: World, memberCount: number, isNew: boolean): Promise<Town> {
  if (isNew) await settle(world, memberCount);
  const units = await world.rows<{ id: string; code: string }>('SELECT id, code FROM units');
  const unit = (code: string): string => units.find((each) => each.code === code)?.id ?? '';
  const [council] = await world.rows<{ id: string }>('SELECT id FROM councils');
  const places = { city: unit('TP'), district: unit('QUAN'), ward: unit('PHUONG'), council: council?.id ?? '' };
  return { ...places, members: await membersOf(world, places) };
}

/** A person of the ward. */
export function aPerson(world: World, unitId: string): Promise<string> {
  return world.accepted('person.add', { name: `Người mẫu ${world.next('số ')}`, unitId });
}

/** Seats somebody in the council; answers the person. */
export async function seatMember(world: World, council: string, unitId: string, seat: string): Promise<string> {
  const personId = await aPerson(world, unitId);
  await world.accepted('council.seatMember', { personId, seat, validFrom: LONG_AGO }, { id: council });
  return personId;
}

/** Cases of one dossier of the ward, appraised and listed for the council; of people of their own unless named. */
export async function listedCases(
  world: World,
  count: number,
  { tier = 'GK', people = [] }: { readonly tier?: string; readonly people?: readonly string[] } = {},
): Promise<readonly string[]> {
  const { city, district, ward } = world.town;
  const officer = world.seat('unitOfficer', city, district, ward);
  const keeper = world.office;
  const datedOn = '2024-11-01';
  const head = { unitId: ward, number: world.next('TTr-'), datedOn, signerTitle: 'Chủ tịch UBND phường' };
  const dossierId = await world.accepted('dossier.draft', head, { actor: officer });
  const isVoted = tier === 'CSTDCS';
  for (const code of ['BAO_CAO', 'BIEN_BAN', ...(isVoted ? ['KET_QUA_PHIEU', 'CHUNG_NHAN'] : [])]) {
    const paper = { title: `Giấy tờ ${code}`, code, number: '45/BC-UBND', issuer: 'UBND phường', date: datedOn };
    await world.accepted('dossier.addPaper', paper, { actor: officer, id: dossierId });
  }
  const cases: string[] = [];
  for (let each = 0; each < count; each += 1) {
    const subject = { kind: 'person', id: people[each] ?? (await aPerson(world, ward)) };
    const achievement = { achievementId: derivedId('achievement', world.next('')), commendation: 'merit' };
    const period = { achievedFrom: '2024-01-01', achievedTo: '2024-10-31' };
    const nomination = { dossierId, subject, tier, ...achievement, ...period };
    cases.push(await world.accepted('award.draft', nomination, { actor: officer }));
  }
  await world.accepted('dossier.submit', {}, { actor: officer, id: dossierId });
  await world.accepted('dossier.receive', {}, { actor: keeper, id: dossierId });
  await world.accepted('dossier.markComplete', {}, { actor: keeper, id: dossierId });
  await world.drain();
  for (const id of cases) {
    await world.accepted('award.assign', { officerId: derivedId('officer') }, { actor: keeper, id });
    await world.accepted('award.appraise', { finding: 'met', eligible: true }, { actor: keeper, id });
    await world.accepted('award.list', {}, { actor: keeper, id });
  }
  await world.drain();
  return cases;
}

async function settle(world: World, memberCount: number): Promise<void> {
  const unit = (code: string, kind: string, level: string, parentId?: string): Promise<string> => {
    const input = { code, name: `Đơn vị ${code}`, kind, level, validFrom: LONG_AGO };
    return world.accepted('unit.add', { ...input, ...(parentId ? { parentId } : {}) });
  };
  const city = await unit('TP', 'province', 'province');
  const district = await unit('QUAN', 'district', 'district', city);
  const ward = await unit('PHUONG', 'ward', 'commune', district);
  const founding = { code: 'HD', name: 'Hội đồng mẫu', kind: 'fullCouncil', unitId: district };
  const council = await world.accepted('council.found', founding);
  const seats = ['chair', 'viceChair', ...Array<string>(Math.max(0, memberCount - 3)).fill('member'), 'secretary'];
  // Of the ward, so that its officer can nominate them too.
  for (const seat of seats.slice(0, memberCount)) await seatMember(world, council, ward, seat);
}

async function membersOf(world: World, { city, district, council }: Omit<Town, 'members'>): Promise<Member[]> {
  const rows = await world.rows<{ memberId: string; personId: string; seat: string }>(
    'SELECT id AS "memberId", person_id AS "personId", seat FROM council_members ORDER BY ordinal',
  );
  const unitPath = `/${city}/${district}/`;
  return rows.map(({ memberId, personId, seat }) => {
    const role = seat === 'chair' || seat === 'viceChair' ? ('councilChair' as const) : ('councilMember' as const);
    const seats = [{ role, unitId: district, unitPath, councilId: council }];
    return { memberId, personId, actor: { id: derivedId('user', personId), personId, isSystem: false, seats } };
  });
}
