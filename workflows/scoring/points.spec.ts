import fc from 'fast-check';
import { compareFractions, decimal, fractionText, type Decimal } from '../kernel';
import { exactOf, rounded, roundedDecimal, ZERO } from './exact';
import { isIn, pointsOf } from './points';
import { SCORING_METHODS, type Criterion, type ScoringMethod } from './scoring.types';
import { aBand, aCriterion } from './testing/scoring-samples';

const points = (criterion: Criterion, value: string, plan: string | null = null): string =>
  fractionText(pointsOf(criterion, { value: decimal(value), plan: plan === null ? null : decimal(plan) }));

describe(pointsOf.name, () => {
  const share = aCriterion('c', { method: 'share', plan: decimal('3') });
  const all = aCriterion('c', { method: 'allOrNothing', plan: decimal('3') });
  const count = aCriterion('c', { method: 'count', pointsEach: decimal('2.5') });
  const bands = aCriterion('c', {
    method: 'bands',
    bands: [aBand('[0, 80)', '0'), aBand('[80, 100)', '6'), aBand('[100, )', '10')],
  });
  const given = aCriterion('c');

  it.each([
    ['share', share, '1', '10/3'],
    ['share', share, '3', '10/1'],
    ['share', share, '300', '10/1'],
    ['share', share, '0', '0/1'],
    ['share rounded', { ...share, roundTo: 2 }, '1', '333/100'],
    ['share rounded', { ...share, roundTo: 0 }, '2', '7/1'],
    ['all or nothing', all, '2.999999', '0/1'],
    ['all or nothing', all, '3', '10/1'],
    ['count', count, '3', '15/2'],
    ['count', count, '4', '10/1'],
    ['count', count, '5', '10/1'],
    ['bands', bands, '79.999999', '0/1'],
    ['bands', bands, '80', '6/1'],
    ['bands', bands, '99.999999', '6/1'],
    ['bands', bands, '100', '10/1'],
    ['given', given, '7.25', '29/4'],
    ['given', given, '11', '10/1'],
    ['given', given, '-1', '0/1'],
  ])('gives by %s (%#) the points of its method', (_, criterion, value, expected) => {
    expect(points(criterion, value)).toBe(expected);
  });

  it('takes the plan of the unit where the sheet has none, and gives nothing without any', () => {
    const ofPledge = { ...share, plan: null, measureCode: 'm' };
    expect(points(ofPledge, '2', '4')).toBe('5/1');
    expect(points(ofPledge, '2')).toBe('0/1');
    expect(points(ofPledge, '2', '0')).toBe('0/1');
    expect(fractionText(pointsOf(share, undefined))).toBe('0/1');
  });

  const methods: Readonly<Record<ScoringMethod, Criterion>> = { given, share, allOrNothing: all, count, bands };
  const values = fc.integer({ min: 0, max: 2_000_000 }).map((value): Decimal => decimal(String(value)));

  it.each(SCORING_METHODS)('never gives less for more by %s, and stays between nothing and the most', (method) => {
    fc.assert(
      fc.property(values, values, fc.option(fc.integer({ min: 0, max: 6 })), (a, b, roundTo) => {
        const criterion = { ...methods[method], roundTo };
        const [low, high] = BigInt(a) <= BigInt(b) ? [a, b] : [b, a];
        const [less, more] = [low, high].map((value) => pointsOf(criterion, { value, plan: null }));
        expect(compareFractions(less ?? ZERO, more ?? ZERO)).not.toBe(1);
        expect(compareFractions(less ?? ZERO, ZERO)).not.toBe(-1);
        expect(compareFractions(more ?? ZERO, exactOf(decimal('10')))).not.toBe(1);
      }),
    );
  });
});

describe(isIn.name, () => {
  it.each([
    ['[1, 2]', '1', true],
    ['(1, 2]', '1', false],
    ['[1, 2]', '2', true],
    ['[1, 2)', '2', false],
    ['(, 2)', '-5', true],
    ['[1, )', '1000', true],
    ['[1, 2]', '2.000001', false],
  ])('%s with %s: %s', (text, value, expected) => {
    expect(isIn(decimal(value), aBand(text, '1'))).toBe(expected);
  });
});

describe(rounded.name, () => {
  it.each([
    ['2.345', 2, '2.35'],
    ['2.344999', 2, '2.34'],
    ['-2.345', 2, '-2.35'],
    ['0.5', 0, '1'],
    ['0.000001', 0, '0'],
    ['12', 3, '12'],
  ])('rounds %s to %i digits, half up', (value, digits, expected) => {
    expect(roundedDecimal(exactOf(decimal(value)), digits)).toBe(expected);
    expect(rounded(exactOf(decimal(value)), digits)).toEqual(exactOf(decimal(expected)));
  });
});
