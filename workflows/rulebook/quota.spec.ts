import fc from 'fast-check';
import { fraction, compareFractions, parseFraction, multiplyFractions, fractionOfInteger, localDate } from '../kernel';
import {
  leavesRoundingToCouncil,
  placesOfShare,
  quotaCitations,
  quotaFinding,
  quotasOf,
  ratingPlaces,
  roundingOf,
  type QuotaRounding,
} from './quota';
import type { QuotaRule, RatingQuotaRule, Rulebook } from './rulebook.types';

const CSTDCS_R1: QuotaRule = {
  citation: 'Nghị định 91/2017/NĐ-CP, Điều 9 khoản 3',
  status: 'verified',
  councilChoice: false,
  share: '3/20',
  base: 'holdersOf',
  of: 'LDTT',
  scope: 'unit',
  rounding: 'floor',
  roundingBy: { citation: 'Văn bản không nêu cách làm tròn', status: 'unverified', councilChoice: true },
  subjects: 'person',
};

const HTXS: RatingQuotaRule = {
  citation: 'Nghị định 335/2025/NĐ-CP',
  status: 'secondary',
  councilChoice: false,
  rating: 'excellent',
  share: '1/5',
  of: 'good',
  scope: 'group',
  rounding: 'floor',
  subjects: 'person',
  from: localDate('2026-01-01'),
};

const withQuotas = (quotas: readonly QuotaRule[]): Rulebook =>
  ({ tiers: [{ code: 'CSTDCS', quotas }] }) as unknown as Rulebook;

describe('the places of a rule', () => {
  it.each([
    ['NĐ91/2017, Điều 9.3', '3/20', 7, 'floor', 1],
    ['NĐ91/2017, Điều 9.3', '3/20', 6, 'floor', 0],
    ['NĐ91/2017, Điều 9.3', '3/20', 20, 'floor', 3],
    ['NĐ91/2017, Điều 9.3', '3/20', 47, 'floor', 7],
    ['NĐ91/2017, Điều 9.3, the council rounds up', '3/20', 7, 'ceiling', 2],
    ['NĐ91/2017, Điều 9.3, the council rounds halves up', '3/20', 10, 'halfUp', 2],
    ['NĐ91/2017, Điều 9.3, the council rounds halves up', '3/20', 9, 'halfUp', 1],
    ['NĐ152/2025, Điều 7.1', '1/5', 14, 'floor', 2],
    ['NĐ152/2025, Điều 7.1', '1/5', 15, 'floor', 3],
    ['NĐ152/2025, Điều 7.1', '1/5', 4, 'floor', 0],
  ] as const)('by %s: %s of %i with %s are %i', (_, share, base, rounding, places) => {
    expect(placesOfShare({ share, base, rounding })).toBe(places);
  });

  it('are a share of whole things, and never below none', () => {
    const broken = [
      { share: '-1/5', base: 10 },
      { share: '1/5', base: -1 },
      { share: '1/5', base: 2.5 },
    ] as const;
    for (const each of broken) expect(() => placesOfShare({ ...each, rounding: 'floor' })).toThrow(RangeError);
  });

  const shares = fc
    .tuple(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 1, max: 40 }))
    .map(([numerator, denominator]) => `${numerator}/${denominator}` as `${bigint}/${bigint}`);
  const bases = fc.integer({ min: 0, max: 100_000 });
  const roundings = fc.constantFrom<QuotaRounding>('floor', 'ceiling', 'halfUp');

  it('never exceed the exact share when rounded down, and stay within one of it however they are rounded', () => {
    fc.assert(
      fc.property(shares, bases, roundings, (share, base, rounding) => {
        const places = fractionOfInteger(BigInt(placesOfShare({ share, base, rounding })));
        const exact = multiplyFractions(parseFraction(share), fractionOfInteger(BigInt(base)));
        const above = { ...exact, numerator: exact.numerator + exact.denominator };
        const below = fraction(exact.numerator - exact.denominator, exact.denominator);
        expect(compareFractions(places, above)).toBe(-1);
        expect(compareFractions(places, below)).toBe(1);
        if (rounding === 'floor') expect(compareFractions(places, exact)).toBeLessThan(1);
        if (rounding === 'ceiling') expect(compareFractions(places, exact)).toBeGreaterThan(-1);
      }),
    );
  });

  it('never become fewer when the base grows', () => {
    fc.assert(
      fc.property(shares, bases, fc.nat(500), roundings, (share, base, more, rounding) => {
        const places = placesOfShare({ share, base, rounding });
        expect(placesOfShare({ share, base: base + more, rounding })).toBeGreaterThanOrEqual(places);
      }),
    );
  });
});

describe('a quota of a tier', () => {
  it('limits its own kind of subject, and where it names none all kinds together', () => {
    const both = { ...CSTDCS_R1, subjects: null };
    expect(quotasOf(withQuotas([CSTDCS_R1, both]), 'CSTDCS', 'person')).toEqual([CSTDCS_R1, both]);
    expect(quotasOf(withQuotas([CSTDCS_R1, both]), 'CSTDCS', 'collective')).toEqual([both]);
    expect(quotasOf(withQuotas([CSTDCS_R1]), 'LDTT', 'person')).toEqual([]);
  });

  it('is rounded as the council chose where the text is silent, and as the row says where it is not', () => {
    expect(leavesRoundingToCouncil(CSTDCS_R1)).toBe(true);
    expect(roundingOf(CSTDCS_R1, 'ceiling')).toBe('ceiling');
    expect(roundingOf(CSTDCS_R1, null)).toBe('floor');
    expect(roundingOf({ ...CSTDCS_R1, roundingBy: null }, 'ceiling')).toBe('floor');
  });

  it('is not proven to be kept, nor exceeded, while nobody knows what it is a share of', () => {
    expect(quotaFinding(1, { share: '3/20', base: null, rounding: 'floor' })).toEqual({
      finding: 'notProven',
      places: null,
    });
    expect(quotaFinding(1, { share: '3/20', base: 7, rounding: 'floor' })).toEqual({ finding: 'met', places: 1 });
    expect(quotaFinding(2, { share: '3/20', base: 7, rounding: 'floor' })).toEqual({ finding: 'notMet', places: 1 });
  });

  it('rests on its article and, where that is silent, on the row of its rounding', () => {
    expect(quotaCitations(CSTDCS_R1).map(({ status }) => status)).toEqual(['verified', 'unverified']);
    expect(quotaCitations({ ...CSTDCS_R1, roundingBy: null })).toHaveLength(1);
  });
});

describe('the share of best ratings (NĐ335/2025)', () => {
  it('is of those who were rated good, not of everybody: 20% of 23 are 4', () => {
    expect(ratingPlaces(HTXS, 23, '2026-01-01')).toBe(4);
    expect(ratingPlaces(HTXS, 4, '2026-12-31')).toBe(0);
  });

  it('does not hold before its first day', () => {
    expect(ratingPlaces(HTXS, 23, '2025-12-31')).toBeNull();
    expect(ratingPlaces({ ...HTXS, from: null }, 25, '2025-12-31')).toBe(5);
  });
});
