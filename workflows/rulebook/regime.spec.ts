import { aLayer, anOverride, aRoute, aRulebook, aTier, aVote, ROW } from './testing/rulebook-samples';
import { localDate } from '../kernel';
import type { GovernmentLevel } from './rulebook.types';
import { endingsNear } from './layers.endings';
import type { Layer } from './layers.types';
import { rulebookFor, type Rules } from './regime';

const r2 = aRulebook({
  id: 'vn-r2',
  regime: 'R2',
  effectiveFrom: localDate('2024-01-01'),
  effectiveTo: localDate('2025-06-30'),
});
const transition = {
  ...ROW,
  until: localDate('2025-12-31'),
  under: 'vn-r2',
  unlessLayerOf: ['sector', 'province'] as const,
};
const r3 = aRulebook({ effectiveTo: localDate('2026-09-30'), transition });
const r4 = aRulebook({
  id: 'vn-r4',
  regime: 'R4',
  effectiveFrom: localDate('2026-10-01'),
  continues: 'vn-r3',
  transition,
});
const bacNinh = aLayer({
  id: 'bac-ninh',
  unitCodes: ['BAC_NINH'],
  overrides: [anOverride('tiers.BK.route', aRoute({ citation: 'Điều 5' }))],
});
const phuong = aLayer({
  id: 'phuong',
  level: 'commune',
  unitCodes: ['PHUONG'],
  under: 'bac-ninh',
  overrides: [anOverride('tiers.GK.route', aRoute({ citation: 'phường' }))],
});
const rules: Rules = { rulebooks: [r2, r3, r4], layers: [phuong, bacNinh] };

describe('the regime of a dossier', () => {
  const regimes = (place: readonly string[] | undefined, days: readonly string[]) =>
    days.map((day) => rulebookFor(rules, { submittedOn: localDate(day), ...(place ? { place } : {}) })?.regime);

  it('keeps a province without rules of its own under R2 until the end of 2025 (Decree 152/2025, article 60.2)', () => {
    const days = [
      '2025-06-30',
      '2025-07-01',
      '2025-12-14',
      '2025-12-15',
      '2025-12-31',
      '2026-01-01',
      '2026-09-30',
      '2026-10-01',
    ];
    expect(regimes(['TINH_KHAC', 'XA'], days)).toEqual(['R2', 'R2', 'R2', 'R2', 'R2', 'R3', 'R3', 'R4']);
  });

  it('brings Bắc Ninh under R3 from the first day of its own decision, 2025-12-15', () => {
    expect(regimes(['BAC_NINH', 'XA'], ['2025-06-30', '2025-07-01', '2025-12-14', '2025-12-15', '2025-12-31'])).toEqual(
      ['R2', 'R2', 'R2', 'R3', 'R3'],
    );
  });

  it('keeps dossiers sent before 2025-07-01 under R2, whatever was issued since (article 60.3)', () => {
    expect(regimes(['BAC_NINH'], ['2025-06-30'])).toEqual(['R2']);
  });

  it('takes no rules of a commune alone for those of its province', () => {
    const alone: Rules = { ...rules, layers: [{ ...phuong, under: 'vn-r3' }] };
    const question = { submittedOn: localDate('2025-12-20'), place: ['TINH_KHAC', 'PHUONG'] };
    expect(rulebookFor(alone, question)?.regime).toBe('R2');
  });

  it('takes from R3 what another law changed for everybody: who decides (Decree 129/2025, article 59)', () => {
    const deciders = (levels: readonly GovernmentLevel[]) => ({ ...ROW, levels });
    const tiers = (levels: readonly GovernmentLevel[], vote: string) => [
      aTier({ code: 'CSTDCS', deciders: deciders(levels), vote: aVote({ citation: vote }) }),
    ];
    const asked: Rules = {
      rulebooks: [
        { ...r2, tiers: [...tiers(['district'], 'R2'), aTier({ code: 'ONLY_R2' })] },
        {
          ...r3,
          transition: { ...transition, exceptFor: ['tiers.*.deciders'] },
          tiers: [...tiers(['commune'], 'R3'), aTier({ code: 'ONLY_R3' })],
        },
      ],
      layers: [],
    };
    const found = rulebookFor(asked, { submittedOn: localDate('2025-09-01'), place: ['XA'] });
    expect(found?.tiers.map(({ code, deciders, vote }) => [code, deciders?.levels, vote?.citation])).toEqual([
      ['CSTDCS', ['commune'], 'R2'],
      ['ONLY_R2', ['province'], undefined],
    ]);
  });

  it('goes by the day alone where no place is known', () => {
    expect(regimes(undefined, ['2025-06-30', '2025-07-01', '2026-10-01'])).toEqual(['R2', 'R3', 'R4']);
    expect(regimes(['BAC_NINH'], ['2023-12-31'])).toEqual([undefined]);
  });
});

describe('rulebookFor', () => {
  const at = (day: string, place: readonly string[], asked: Rules = rules) =>
    rulebookFor(asked, { submittedOn: localDate(day), place });
  const citations = (day: string, place: readonly string[]) =>
    at(day, place)?.tiers.map(({ route }) => route?.citation);

  it('puts the layers of the units above an authority on the rulebook, and those of nobody else', () => {
    expect(citations('2026-01-01', ['BAC_NINH', 'PHUONG', 'TRUONG'])).toEqual(['Điều 5', 'phường']);
    expect(citations('2026-01-01', ['BAC_NINH', 'PHUONG_KHAC'])).toEqual(['Điều 5', undefined]);
    expect(at('2026-01-01', ['TINH_KHAC'])).toBe(r3);
  });

  it('brings the layers that a layer is under, also where the tree does not show the province', () => {
    expect(citations('2026-01-01', ['PHUONG'])).toEqual(['Điều 5', 'phường']);
  });

  it('goes on with a layer under a rulebook that continues its own, marked as unverified', () => {
    const route = at('2026-10-01', ['BAC_NINH'])?.tiers[0]?.route;
    expect(route).toMatchObject({ status: 'unverified', council: 'fullCouncil' });
    expect(route?.citation).toMatch(/^Điều 5 \(.*R4\)$/);
  });

  it('lets a layer go on its last day', () => {
    const until = { ...rules, layers: [{ ...bacNinh, effectiveTo: localDate('2026-03-31') }] };
    const count = (day: string) => at(day, ['BAC_NINH'], until)?.layers?.length ?? 0;
    expect([count('2026-03-31'), count('2026-04-01')]).toEqual([1, 0]);
  });
});

describe('endingsNear', () => {
  const ending: Layer = { ...bacNinh, effectiveTo: localDate('2026-12-31') };
  const near = (day: string, layers = [ending]) =>
    endingsNear({ rulebooks: [r2, { ...r3, effectiveTo: localDate('2027-02-28') }], layers }, localDate(day)).map(
      ({ id }) => id,
    );

  it('warns from 90 days before the end of what nothing follows', () => {
    expect(near('2026-10-01')).toEqual([]);
    expect(near('2026-10-02')).toEqual(['bac-ninh']);
    expect(near('2026-11-29')).toEqual(['bac-ninh']);
    expect(near('2026-11-30')).toEqual(['vn-r3', 'bac-ninh']);
  });

  it('goes on about a rulebook that has ended, since nothing can be judged, and not about a layer', () => {
    expect(near('2027-05-01')).toEqual(['vn-r3']);
  });

  it('says nothing of a layer whose units all have a later one', () => {
    const next: Layer = { ...bacNinh, id: 'next', effectiveFrom: localDate('2027-01-01') };
    expect(near('2026-12-01', [ending, next])).toEqual(['vn-r3']);
    expect(near('2026-12-01', [{ ...ending, unitCodes: ['BAC_NINH', 'BAC_GIANG'] }, next])).toEqual([
      'vn-r3',
      'bac-ninh',
    ]);
  });
});
