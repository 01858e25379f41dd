import fc from 'fast-check';
import {
  compareFractions,
  fraction,
  fractionOfInteger,
  fractionText,
  multiplyFractions,
  needed,
  parseFraction,
  reaches,
  type FractionText,
  type Threshold,
} from './fraction';

const atLeast = (share: FractionText): Threshold => ({ fraction: share, comparator: 'atLeast' });
const moreThan = (share: FractionText): Threshold => ({ fraction: share, comparator: 'moreThan' });
const integers = fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n });
const fractions = fc.tuple(integers, fc.bigInt({ min: 1n, max: 10n ** 20n })).map(([n, d]) => fraction(n, d));
const thresholds = fc
  .record({ n: fc.nat(12), d: fc.integer({ min: 1, max: 12 }), over: fc.boolean() })
  .map(({ n, d, over }) => (over ? moreThan(`${BigInt(n)}/${BigInt(d)}`) : atLeast(`${BigInt(n)}/${BigInt(d)}`)));

describe('fraction', () => {
  it('has one form per value', () => {
    expect(fraction(4n, 6n)).toEqual({ numerator: 2n, denominator: 3n });
    expect(fraction(2n, -4n)).toEqual({ numerator: -1n, denominator: 2n });
    expect(fraction(0n, 7n)).toEqual({ numerator: 0n, denominator: 1n });
    expect(fractionOfInteger(5n)).toEqual(fraction(10n, 2n));
  });

  it('survives its text', () => {
    fc.assert(fc.property(fractions, (value) => expect(parseFraction(fractionText(value))).toEqual(value)));
    expect(fractionText(parseFraction('4/6'))).toBe('2/3');
  });

  it.each(['0.8', '80%', '2', '2/', '/3', '2/-3', ' 2/3', '2/3 ', '2 / 3', '1e2/3', '', '½'])(
    'refuses the text %j',
    (text) => {
      expect(() => parseFraction(text)).toThrow(RangeError);
    },
  );

  it('says how to write a decimal', () => {
    expect(() => parseFraction('0.8')).toThrow(
      '"0.8" is not a fraction like 2/3; write a decimal or a percentage as one',
    );
  });

  it('refuses a denominator of zero', () => {
    expect(() => parseFraction('1/0')).toThrow('denominator 0');
  });

  it('compares exactly where floating point does not', () => {
    const third = parseFraction('1/3');
    expect(compareFractions(third, parseFraction('3333333333333333333/10000000000000000000'))).toBe(1);
    expect(compareFractions(parseFraction('2/6'), third)).toBe(0);
    expect(compareFractions(parseFraction('-1/2'), third)).toBe(-1);
  });

  it('multiplies and compares alike', () => {
    fc.assert(
      fc.property(fractions, fractions, (a, b) => {
        expect(multiplyFractions(a, b)).toEqual(multiplyFractions(b, a));
        expect(multiplyFractions(a, fractionOfInteger(1n))).toEqual(a);
        expect(compareFractions(a, b)).toBe(0 - compareFractions(b, a));
      }),
    );
    expect(multiplyFractions(parseFraction('2/3'), parseFraction('3/4'))).toEqual(parseFraction('1/2'));
  });
});

describe('threshold', () => {
  it.each([
    [9, atLeast('2/3'), 6],
    [10, atLeast('2/3'), 7],
    [10, moreThan('1/2'), 6],
    [9, moreThan('1/2'), 5],
    [9, atLeast('9/10'), 9],
    [10, atLeast('9/10'), 9],
    [11, atLeast('4/5'), 9],
    [9, moreThan('1/1'), 10],
    [0, atLeast('2/3'), 1],
    [0, moreThan('1/2'), 1],
    [5, atLeast('0/1'), 0],
  ] as const)('of %s members, %j, needs %s', (base, threshold, expected) => {
    expect(needed(base, threshold)).toBe(expected);
  });

  it('is reached from the needed count on and by no smaller one', () => {
    fc.assert(
      fc.property(fc.nat(500), thresholds, fc.nat(1_000), (base, threshold, count) => {
        expect(reaches(count, base, threshold)).toBe(count >= needed(base, threshold));
      }),
      { numRuns: 1_000 },
    );
  });

  it('takes half for at least a half and not for more than a half', () => {
    expect(reaches(5, 10, atLeast('1/2'))).toBe(true);
    expect(reaches(5, 10, moreThan('1/2'))).toBe(false);
    expect(reaches(10n ** 18n, 10n ** 18n + 1n, atLeast('1/1'))).toBe(false);
  });

  it('is not reached by none of an empty base', () => {
    expect(reaches(0, 0, atLeast('2/3'))).toBe(false);
    expect(reaches(0, 0, atLeast('0/1'))).toBe(false);
  });

  it.each([-1, 1.5, Number.NaN, -1n])('refuses a count or a base of %s', (count) => {
    expect(() => reaches(count, 9, atLeast('2/3'))).toThrow(RangeError);
    expect(() => reaches(6, count, atLeast('2/3'))).toThrow(RangeError);
    expect(() => needed(Number(count), atLeast('2/3'))).toThrow(RangeError);
  });

  it('refuses a negative share', () => {
    expect(() => reaches(1, 9, atLeast('-2/3'))).toThrow('A threshold cannot be -2/3');
    expect(() => needed(9, moreThan('-2/3'))).toThrow(RangeError);
  });
});
