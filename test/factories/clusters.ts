import { derivedId } from '../../src/platform/ids';
import type { Actor } from '../../src/platform/auth/actor';
import type { Reviews } from './reviews';

/** A cluster of the district with its members, and who acts for each. */
export interface ClusterTown {
  readonly cluster: string;
  /** Ids of the members. */
  readonly units: readonly string[];
  /** The officer of a member, by its place. */
  officer(index: number): Actor;
}

const PERIOD = { period: '2024', periodType: 'calendarYear', startsOn: '2024-01-01', endsOn: '2024-12-31' };

/** The input of `cluster.found`. */
export function aCluster(code: string, unitId: string, memberIds: readonly string[]): object {
  return { ...PERIOD, code, name: `Cụm thi đua ${code}`, unitId, memberIds };
}

/** A cluster of so many new wards of the district, whose first one leads it. */
export async function aClusterTown(world: Reviews, count: number): Promise<ClusterTown> {
  const { city, district } = world.town;
  const units: string[] = [];
  for (let each = 0; each < count; each += 1) {
    const code = world.next('PC-');
    const unit = { code, name: `Phường ${code}`, kind: 'ward', level: 'commune', validFrom: '2020-01-01' };
    units.push(await world.accepted('unit.add', { ...unit, parentId: district }));
  }
  const office = { actor: world.office };
  const cluster = await world.accepted('cluster.found', aCluster(world.next('CUM-'), district, units), office);
  const head = { unitId: units[0], role: 'head', validFrom: '2024-01-01', paper: '12/QĐ' };
  await world.accepted('cluster.appointHead', head, { ...office, id: cluster });
  return { cluster, units, officer: (index) => world.seat('unitOfficer', city, district, units[index] ?? '') };
}

/** Names a delegate for every member; answers their accounts, each seated in the conference. */
export async function delegates(world: Reviews, { cluster, units }: ClusterTown): Promise<readonly Actor[]> {
  const { city, district } = world.town;
  const actors: Actor[] = [];
  for (const [index, unitId] of units.entries()) {
    const personId = await world.accepted('person.add', { name: `Đại diện ${index + 1}`, unitId });
    const input = { unitId, personId, validFrom: '2024-01-01', paper: `${index + 1}/GGT` };
    await world.accepted('cluster.nameDelegate', input, { actor: world.office, id: cluster });
    const role = index === 0 ? ('councilChair' as const) : ('councilMember' as const);
    const seats = [{ role, unitId: district, unitPath: `/${city}/${district}/`, councilId: cluster }];
    actors.push({ id: derivedId('user', personId), personId, isSystem: false, seats });
  }
  return actors;
}

/** A sheet of the district: a group of two, a gate, a penalty, a bonus from a measure; level units are for the ballot. */
export function aSheetInput(unitId: string, code: string): object {
  const group = { code: 'I', name: 'Kinh tế', kind: 'group', maxPoints: '30' };
  const first = {
    code: 'I.1',
    name: 'Chất lượng',
    parentCode: 'I',
    kind: 'score',
    method: 'given',
    maxPoints: '10',
    weight: '2',
  };
  const second = {
    code: 'I.2',
    name: 'Thu ngân sách',
    parentCode: 'I',
    kind: 'score',
    method: 'share',
    maxPoints: '10',
    plan: '90',
  };
  const gate = { code: 'G', name: 'Đoàn kết nội bộ', kind: 'gate', plan: '1', onFail: 'rankingBarred' };
  const penalty = {
    code: 'P',
    name: 'Báo cáo chậm',
    kind: 'penalty',
    method: 'count',
    pointsEach: '0.5',
    maxPoints: '5',
  };
  const bonus = { code: 'B', name: 'Phong trào', kind: 'bonus', method: 'share', maxPoints: '5', measureCode: 'm' };
  const tieBreak = [{ by: 'criterion', code: 'I.1' }, { by: 'ballot' }];
  return {
    unitId,
    code,
    name: 'Bảng chấm điểm cụm',
    criteria: [group, first, second, gate, penalty, bonus],
    roundTo: 2,
    tieBreak,
  };
}

/** A sheet with one criterion more, which takes its plan from a measure of the campaign. */
export function aSheetWith(unitId: string, code: string, more: object): object {
  const sheet = aSheetInput(unitId, code) as { readonly criteria: readonly object[] };
  return { ...sheet, criteria: [...sheet.criteria, { code: 'K', name: 'Tiêu chí theo phong trào', ...more }] };
}

/** Values by criterion as a command has them. */
export function values(of: Readonly<Record<string, string>>): readonly object[] {
  return Object.entries(of).map(([criterionCode, value]) => ({ criterionCode, value }));
}

/** A campaign of the district in which these units take part: more of `m` is better, of `giam` less, `hon` must be passed. */
export async function aCampaign(world: Reviews, unitIds: readonly string[]): Promise<string> {
  const { city, district } = world.town;
  const measure = { code: 'm', name: 'Hộ gia đình văn hóa', isMandatory: true, unit: '%', direction: 'atLeast' };
  const fewer = { code: 'giam', name: 'Số vụ', isMandatory: false, unit: 'vụ', direction: 'atMost' };
  const plans = [{ name: 'Kế hoạch', value: '50' }];
  const plan = {
    ...{ code: world.next('PT-'), name: 'Phong trào năm 2024', kind: 'regular', periodType: 'calendarYear' },
    ...{ startsOn: '2024-01-01', endsOn: '2024-12-31', issuerIds: [district], unitIds, rounds: [], allocations: [] },
    indicators: [
      { code: '1', name: 'Văn hóa', measures: [{ ...measure, plans }] },
      {
        code: '2',
        name: 'Trật tự',
        measures: [
          { ...fewer, plans },
          { ...fewer, code: 'hon', direction: 'moreThan', plans },
        ],
      },
    ],
  };
  const office = { actor: world.office };
  const authority = { actor: world.seat('decidingAuthority', city, district) };
  const id = await world.accepted('campaign.draft', plan, office);
  await world.accepted('campaign.submit', {}, { ...office, id });
  const approval = { number: '15', symbol: 'KH-UBND', approvedOn: '2024-01-19' };
  await world.accepted('campaign.approve', approval, { ...authority, id });
  return world.accepted('campaign.launch', {}, { ...authority, id });
}

/** A pledge of 80 of a member, of which this much is verified. */
export async function verified(
  world: Reviews,
  campaignId: string,
  town: ClusterTown,
  index: number,
  value: string,
): Promise<void> {
  const { city, district } = world.town;
  const unitId = town.units[index] ?? '';
  const officer = { actor: town.officer(index) };
  const head = { actor: world.seat('unitHead', city, district, unitId) };
  const pledge = { campaignId, unitId, kind: 'registration', values: [{ measureCode: 'm', value: '80' }] };
  const id = await world.accepted('pledge.draft', pledge, officer);
  await world.accepted('pledge.sign', { unitId }, { ...head, id });
  await world.accepted('pledge.submit', {}, { ...officer, id });
  await world.accepted('pledge.accept', {}, { actor: world.office, id });
  const report = { period: '2024-Q3', asOf: '2024-09-30', values: [{ measureCode: 'm', value }] };
  await world.accepted('pledge.report', report, { ...officer, id });
  const [row] = await world.rows<{ id: string }>('SELECT id FROM progress_reports WHERE pledge_id = ?', [id]);
  await world.accepted('pledge.verify', { reportId: row?.id, values: [] }, { actor: world.office, id });
}
