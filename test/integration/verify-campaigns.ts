import { addDays, localDate, localDateOf } from '../../workflows/kernel';
import { SYSTEM_ACTOR, type Actor } from '../../src/platform/auth/actor';
import { actorOn, type VerifyRig } from './verify-rig';

/** A district with wards below it, and who runs its campaigns. */
export interface SampleTree {
  readonly districtId: string;
  readonly wardIds: readonly string[];
  /** Holds the seats of the standing office and of the deciding authority. */
  readonly office: Actor;
}

/** A district and three wards, made by commands. */
export async function aTree(rig: VerifyRig, code = 'Q-LC'): Promise<SampleTree> {
  const validFrom = localDate('2021-01-01');
  const add = (ownCode: string, name: string, more: object): Promise<{ readonly id: string }> =>
    rig.accept('unit.add', { code: ownCode, name, validFrom, ...more }, { actor: SYSTEM_ACTOR });
  const { id: districtId } = await add(code, 'Quận Lê Chân', { kind: 'district', level: 'district' });
  const wardIds: string[] = [];
  for (let ward = 1; ward <= 3; ward += 1) {
    const more = { kind: 'ward', level: 'commune', parentId: districtId };
    wardIds.push((await add(`${code}-${ward}`, `Phường ${ward}`, more)).id);
  }
  const office = actorOn({ id: districtId, path: `/${districtId}/` }, 'standingOffice', 'decidingAuthority');
  return { districtId, wardIds, office };
}

/** The plan of a campaign of this year with two indicators, three measures, and all wards. */
export function aPlan(tree: SampleTree, code: string): object {
  const measure = (name: string, value: string): object => ({
    code: name,
    name: `Chỉ tiêu ${name}`,
    isMandatory: true,
    unit: '%',
    direction: 'atLeast',
    plans: [{ name: 'kế hoạch quận', value }],
  });
  return {
    code,
    name: `Phong trào thi đua ${code}`,
    kind: 'regular',
    periodType: 'calendarYear',
    startsOn: localDate('2026-01-01'),
    endsOn: localDate('2026-12-31'),
    issuerIds: [tree.districtId],
    unitIds: tree.wardIds,
    rounds: [{ name: 'Đợt 1', startsOn: localDate('2026-01-01'), endsOn: localDate('2026-06-30') }],
    indicators: [
      { code: '1', name: 'Thu ngân sách', measures: [measure('1.1', '100'), measure('1.2', '50')] },
      { code: '2', name: 'Môi trường', measures: [measure('2.1', '80')] },
    ],
    allocations: [],
  };
}

/** How far a campaign is taken. */
export type CampaignStage = 'draft' | 'underway' | 'registering' | 'collecting' | 'concluded' | 'cancelled';

/** Every stage there is, for tests that go through them in turn. */
export const STAGES: readonly CampaignStage[] = [
  'draft',
  'underway',
  'registering',
  'collecting',
  'concluded',
  'cancelled',
];

/** A campaign made and taken so far by commands; answers its id. */
export async function aCampaign(
  rig: VerifyRig,
  tree: SampleTree,
  code: string,
  stage: CampaignStage = 'underway',
): Promise<string> {
  const today = localDateOf(rig.clock.now());
  const { id } = await rig.accept('campaign.draft', aPlan(tree, code), { actor: tree.office });
  const send = (type: string, input: object = {}): Promise<unknown> =>
    rig.accept(`campaign.${type}`, input, { actor: tree.office, instanceId: id });
  if (stage === 'draft') return id;
  if (stage === 'cancelled') {
    await send('cancel', { reason: 'Trùng với phong trào của thành phố' });
    return id;
  }
  await send('submit');
  await send('approve', { number: code, symbol: 'KH-UBND', approvedOn: today });
  await send('launch');
  await send('requestReport', { period: '2026-Q4', dueOn: addDays(today, 3) });
  if (stage === 'registering') await send('openRegistration', { closesOn: addDays(today, 1) });
  if (stage === 'collecting') await send('openAwardCycle', { dossiersDueOn: addDays(today, 10) });
  if (stage === 'concluded') await send('conclude');
  return id;
}
