import fc from 'fast-check';
import { aLayer, anOverride, aRoute, aRulebook, aTier, ROW } from './testing/rulebook-samples';
import { layered, merged } from './layers';
import { covers } from './layers.places';
import type { Layer, Override } from './layers.types';

const PLACES = [
  'council.route',
  'tiers.BK',
  'tiers.BK.route',
  'tiers.GK.route',
  'tiers.MOI',
  'tiers.MOI.route',
] as const;

/** Rows of their own for each place, so that it shows which of several was taken. */
const rowsOf = (name: string): fc.Arbitrary<readonly Override[]> =>
  fc.subarray([...PLACES]).map((places) =>
    places.map((at) => {
      const citation = `${name} ${at}`;
      const isTier = at.split('.').length === 2 && at !== 'council.route';
      return anOverride(at, isTier ? aTier({ code: at.slice(6), citation }) : aRoute({ citation }));
    }),
  );

const layerNamed = (id: string): fc.Arbitrary<Layer> => rowsOf(id).map((overrides) => aLayer({ id, overrides }));
const three = fc.tuple(layerNamed('a'), layerNamed('b'), layerNamed('c'));

describe('merging layers', () => {
  it('does not depend on which layers are put together first', () => {
    fc.assert(
      fc.property(rowsOf('a'), rowsOf('b'), rowsOf('c'), (a, b, c) => {
        expect(merged(merged(a, b), c)).toEqual(merged(a, merged(b, c)));
      }),
    );
  });

  it('comes to the same whether a rulebook takes its layers together or one after the other', () => {
    fc.assert(
      fc.property(three, fc.integer({ min: 0, max: 3 }), (layers, cut) => {
        const stepwise = layered(layered(aRulebook(), layers.slice(0, cut)), layers.slice(cut));
        expect(stepwise).toEqual(layered(aRulebook(), layers));
      }),
    );
  });

  it('changes no row when a layer overrides nothing', () => {
    fc.assert(
      fc.property(layerNamed('a'), (layer) => {
        const { layers: _, ...expected } = layered(aRulebook(), [layer]);
        const { layers: __, ...found } = layered(aRulebook(), [layer, aLayer({ id: 'empty' })]);
        expect(found).toEqual(expected);
      }),
    );
    const nation = aRulebook();
    expect(layered(nation, [])).toBe(nation);
  });

  it('leaves every other row of the nation the very same', () => {
    fc.assert(
      fc.property(three, (layers) => {
        const nation = aRulebook();
        const found = layered(nation, layers);
        const isNamed = (place: string): boolean =>
          layers.some(({ overrides }) => overrides.some(({ at }) => covers(at, place) || covers(place, at)));
        for (const key of ['vote', 'quorum', 'conflict'] as const) expect(found.council[key]).toBe(nation.council[key]);
        for (const [index, tier] of nation.tiers.entries()) {
          if (!isNamed(`tiers.${tier.code}`)) expect(found.tiers[index]).toBe(tier);
        }
        expect(found.multipliers).toBe(nation.multipliers);
      }),
    );
  });
});

describe('layered', () => {
  const routeOf = (rulebook: ReturnType<typeof aRulebook>, code: string) =>
    rulebook.tiers.find((tier) => tier.code === code)?.route?.citation;

  it('takes the row of the lowest layer that has one', () => {
    const province = aLayer({
      overrides: ['BK', 'GK'].map((code) => anOverride(`tiers.${code}.route`, aRoute({ citation: 'tỉnh' }))),
    });
    const commune = aLayer({ id: 'xa', overrides: [anOverride('tiers.GK.route', aRoute({ citation: 'xã' }))] });
    const rulebook = layered(aRulebook(), [province, commune]);
    expect([routeOf(rulebook, 'BK'), routeOf(rulebook, 'GK')]).toEqual(['tỉnh', 'xã']);
  });

  it('adds a tier, and rows of lists that the tier did not have, by what they are about', () => {
    const closing = { ...ROW, monthDay: '12-10', yearsAfter: 0, sector: 'general' as const };
    const term = { ...ROW, of: 'submission' as const, days: 10, unit: 'calendarDays' as const, countsFirstDay: false };
    const rulebook = layered(aRulebook({ tiers: [aTier({ terms: [{ ...term, of: 'return', days: 5 }, term] })] }), [
      aLayer({
        overrides: [
          anOverride('tiers.MOI', aTier({ code: 'MOI' })),
          anOverride('tiers.BK.closings.general', closing),
          anOverride('tiers.BK.terms.submission', { ...term, days: 15 } as never),
          anOverride('tiers.LA.route'),
        ],
      }),
    ]);
    expect(rulebook.tiers.map(({ code }) => code)).toEqual(['BK', 'MOI']);
    expect(rulebook.tiers[0]?.closings).toEqual([closing]);
    expect(rulebook.tiers[0]?.terms?.map(({ of, days }) => [of, days])).toEqual([
      ['return', 5],
      ['submission', 15],
    ]);
  });

  it('names its layers from the highest, and delegates what they delegate', () => {
    const further = { ...ROW, path: 'tiers.*.route', to: ['unit' as const] };
    const rulebook = layered(aRulebook(), [aLayer({ delegations: [further] }), aLayer({ id: 'xa', level: 'commune' })]);
    expect(rulebook.layers?.map(({ id, level }) => [id, level])).toEqual([
      ['tinh', 'province'],
      ['xa', 'commune'],
    ]);
    expect(rulebook.delegations?.at(-1)).toBe(further);
  });
});
