import { aLayer, anOverride, aRulebook, aTier, aVote, ROW } from './testing/rulebook-samples';
import { localDate } from '../kernel';
import { layerProblems, mergedProblems, transitionProblems } from './layers.problems';
import { rulebookProblems } from './problems';
import type { Layer } from './layers.types';

const found = (...layers: Layer[]) =>
  layerProblems({ rulebooks: [aRulebook()], layers }).map(
    ({ index, path, reason }) => `${index} ${path.join('.')}: ${reason}`,
  );

describe('layerProblems', () => {
  it('finds nothing in a layer that changes what is left to it, nor in one below with what that leaves', () => {
    const province = aLayer({
      overrides: [anOverride('tiers.BK.route'), anOverride('council.vote', aVote())],
      delegations: [{ ...ROW, path: 'tiers.GK.vote', to: ['commune'] }],
    });
    const commune = aLayer({
      id: 'xa',
      level: 'commune',
      unitCodes: ['XA'],
      under: 'tinh',
      overrides: [anOverride('tiers.GK.route'), anOverride('tiers.GK.vote', aVote())],
    });
    expect(found(province, commune)).toEqual([]);
  });

  it('names a row that is not delegated, to anybody or to this level', () => {
    const commune = aLayer({
      level: 'commune',
      overrides: [anOverride('tiers.GK.route'), anOverride('tiers.GK.vote', aVote())],
    });
    expect(found(aLayer({ overrides: [anOverride('tiers.BK.deciders')] }))).toEqual([
      '0 overrides.0.at: tiers.BK.deciders is not delegated to a province by vn-r3',
    ]);
    expect(found(commune)).toEqual(['0 overrides.1.at: tiers.GK.vote is not delegated to a commune by vn-r3']);
  });

  it('names a tier that there is not, and a place that stands twice', () => {
    const layer = aLayer({
      overrides: [anOverride('tiers.LA.route'), anOverride('tiers.BK.route'), anOverride('tiers.BK.route')],
    });
    expect(found(layer)).toEqual([
      '0 overrides.0.at: vn-r3 has no tier LA',
      '0 overrides.2.at: another row of this layer stands at tiers.BK.route',
    ]);
  });

  it('takes no Party tier of a layer: they are kept apart by their codes, which mean one thing everywhere', () => {
    const nation = aRulebook({ delegations: [{ ...ROW, path: 'tiers.*', to: ['province'] }] });
    const layer = aLayer({
      overrides: [
        anOverride('tiers.MOI', aTier({ code: 'MOI' })),
        anOverride('tiers.DANG', aTier({ family: 'party' })),
      ],
    });
    expect(layerProblems({ rulebooks: [nation], layers: [layer] })).toEqual([
      { index: 0, path: ['overrides', 1, 'at'], reason: 'a Party tier is one for the whole nation' },
    ]);
  });

  it('names a layer that is under nothing, or under itself by a detour', () => {
    expect(found(aLayer({ under: 'vn-r9' }))).toEqual([
      '0 under: there is no rulebook or layer vn-r9 that leads to a rulebook',
    ]);
    const circle = [aLayer({ under: 'b' }), aLayer({ id: 'b', unitCodes: ['XA'], under: 'tinh' })];
    expect(found(...circle)).toEqual([
      '0 under: there is no rulebook or layer b that leads to a rulebook',
      '1 under: there is no rulebook or layer tinh that leads to a rulebook',
    ]);
  });

  it('names dates of two layers that overlap at one place, unless one amends the other', () => {
    const second = aLayer({ id: 'second', effectiveFrom: localDate('2026-05-01') });
    expect(found(aLayer(), second)).toEqual([
      '1 effectiveFrom: its dates overlap tinh (2025-12-15 to open), which holds for the same unit',
    ]);
    expect(found(aLayer({ effectiveTo: localDate('2026-04-30') }), second)).toEqual([]);
    expect(found(aLayer(), { ...second, unitCodes: ['TINH_KHAC'] })).toEqual([]);
    expect(found(aLayer(), { ...second, under: 'tinh' })).toEqual([]);
  });

  it('names dates beyond those of what a layer is under, an end before the beginning, a name that is taken, no unit', () => {
    expect(found(aLayer({ effectiveFrom: localDate('2025-06-30') }))).toEqual([
      '0 effectiveFrom: lies outside the dates of vn-r3 (2025-07-01 to open)',
    ]);
    const province = aLayer({ effectiveTo: localDate('2026-12-31') });
    expect(found(province, aLayer({ id: 'xa', level: 'commune', unitCodes: ['XA'], under: 'tinh' }))).toEqual([
      '1 effectiveTo: must not be later than that of tinh',
    ]);
    expect(found(aLayer({ effectiveTo: localDate('2025-12-14') }))).toEqual([
      '0 effectiveTo: ends before it begins on 2025-12-15',
    ]);
    expect(found(aLayer({ id: 'vn-r3', unitCodes: [] }))).toEqual([
      '0 id: another layer or rulebook is called vn-r3',
      '0 unitCodes: name no unit: the layer would hold for nobody',
    ]);
  });

  it('lets a layer delegate only what is left to itself, and only downwards', () => {
    const layer = aLayer({
      delegations: [
        { ...ROW, path: 'tiers.*.prize', to: ['commune'] },
        { ...ROW, path: 'tiers.*.route', to: ['province', 'unit'] },
      ],
    });
    expect(found(layer)).toEqual([
      '0 delegations.0.path: tiers.*.prize is not delegated to a province itself',
      '0 delegations.1.to: a province delegates to those below it, not to a province',
    ]);
  });
});

describe('mergedProblems', () => {
  it('places what a layer makes wrong at its row, and says nothing of what the nation has wrong already', () => {
    const impossible = aVote({ threshold: { fraction: '1/1', comparator: 'moreThan' } });
    const nation = aRulebook({ council: { ...aRulebook().council, vote: impossible } });
    const layer = aLayer({ overrides: [anOverride('tiers.BK.route'), anOverride('tiers.GK.vote', impossible)] });
    const problems = mergedProblems({ rulebooks: [nation], layers: [layer] }, (book) => rulebookProblems([book]));
    expect(problems).toEqual([
      {
        index: 0,
        path: ['overrides', 1, 'set'],
        reason: 'tiers.GK.vote.threshold: moreThan 1/1 is no share that can be reached',
      },
    ]);
  });
});

describe('transitionProblems', () => {
  const transition = { ...ROW, until: localDate('2025-12-31'), under: 'vn-r2', unlessLayerOf: ['province' as const] };
  const earlier = aRulebook({
    id: 'vn-r2',
    effectiveFrom: localDate('2024-01-01'),
    effectiveTo: localDate('2025-06-30'),
  });

  it('wants an earlier rulebook to go on, and an end while the later one is in force', () => {
    expect(transitionProblems([earlier, aRulebook({ transition })])).toEqual([]);
    expect(transitionProblems([aRulebook({ transition, effectiveTo: localDate('2025-10-31') })])).toEqual([
      { index: 0, path: ['transition', 'under'], reason: 'there is no rulebook vn-r2 before vn-r3' },
      { index: 0, path: ['transition', 'until'], reason: 'lies after the end of vn-r3 on 2025-10-31' },
    ]);
    const excepting = { ...transition, exceptFor: ['tiers.*.deciders', 'tiers.*.decider'] };
    expect(transitionProblems([earlier, aRulebook({ transition: excepting })])).toEqual([
      { index: 1, path: ['transition', 'exceptFor', 1], reason: 'vn-r3 has no row at tiers.*.decider' },
    ]);
  });
});
