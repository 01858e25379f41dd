import fc from 'fast-check';
import {
  addDecimals,
  compareDecimals,
  decimal,
  divideDecimals,
  fromScaled,
  MAX_FRACTION_DIGITS,
  multiplyDecimals,
  percentOf,
  subtractDecimals,
  sumDecimals,
  toScaled,
  type Decimal,
} from './decimal';
import { fraction } from './fraction';

const scaled = fc.bigInt({ min: -(10n ** 18n), max: 10n ** 18n });
const decimals = scaled.map((units) => fromScaled(units, MAX_FRACTION_DIGITS));

describe('decimal', () => {
  it.each([
    ['453.4', '453.4'],
    ['36694.6', '36694.6'],
    ['-0.5', '-0.5'],
    ['06', '6'],
    ['1.50', '1.5'],
    ['7000.000', '7000'],
    ['0', '0'],
    ['-0', '0'],
    ['-0.000', '0'],
    ['0.000001', '0.000001'],
    ['000.26', '0.26'],
    ['999999999999999.999999', '999999999999999.999999'],
    ['1.5000000000', '1.5'],
  ])('reads %s as %s', (text, canonical) => {
    expect(decimal(text)).toBe(canonical);
  });

  it.each([
    '',
    '.',
    '.5',
    '5.',
    '+5',
    '1,5',
    '36.694,6',
    '36 694',
    '1e3',
    '--1',
    ' 1',
    '1 ',
    'NaN',
    'Infinity',
    '0x1f',
    '١',
  ])('refuses the form %j', (text) => {
    expect(() => decimal(text)).toThrow('is not a decimal like 36694.6');
  });

  it.each(['1000000000000000', '-1000000000000000', '0.0000001', '-1.1234567'])(
    'refuses %s as beyond its limits',
    (text) => {
      expect(() => decimal(text)).toThrow('has more than 15 digits before or 6 after the point');
    },
  );

  it('keeps its canonical form', () => {
    fc.assert(fc.property(decimals, (value) => expect(decimal(value)).toBe(value)));
  });

  it('orders by value, not by text', () => {
    expect(compareDecimals(decimal('9'), decimal('10'))).toBe(-1);
    expect(compareDecimals(decimal('-9'), decimal('-10'))).toBe(1);
    expect(compareDecimals(decimal('0.50'), decimal('0.5'))).toBe(0);
  });
});

describe('decimal arithmetic', () => {
  it('adds exactly where floating point does not', () => {
    expect(addDecimals(decimal('0.1'), decimal('0.2'))).toBe('0.3');
    expect(sumDecimals(['0.1', '0.2', '-0.3'].map(decimal))).toBe('0');
    expect(sumDecimals([])).toBe('0');
  });

  it('agrees with the integers it is counted in', () => {
    fc.assert(
      fc.property(scaled, scaled, (a, b) => {
        const [x, y] = [fromScaled(a, 6), fromScaled(b, 6)];
        expect(addDecimals(x, y)).toBe(fromScaled(a + b, 6));
        expect(subtractDecimals(x, y)).toBe(fromScaled(a - b, 6));
        expect(compareDecimals(x, y)).toBe(a < b ? -1 : a > b ? 1 : 0);
      }),
    );
  });

  it('sums in any order', () => {
    fc.assert(
      fc.property(fc.array(decimals, { maxLength: 20 }), (values) => {
        expect(sumDecimals(values)).toBe(sumDecimals([...values].reverse()));
      }),
    );
    const big = decimal('999999999999999');
    expect(sumDecimals([big, big, decimal('-999999999999999')])).toBe(big);
  });

  it('multiplies exactly or not at all', () => {
    expect(multiplyDecimals(decimal('0.3'), decimal('-2340000'))).toBe('-702000');
    expect(multiplyDecimals(decimal('0.001'), decimal('0.001'))).toBe('0.000001');
    expect(() => multiplyDecimals(decimal('0.0001'), decimal('0.001'))).toThrow('more than 6 digits after the point');
  });

  it('refuses a result beyond its limits', () => {
    const most = decimal('999999999999999.999999');
    expect(() => addDecimals(most, decimal('0.000001'))).toThrow(RangeError);
    expect(() => subtractDecimals(decimal('-999999999999999.999999'), decimal('0.000001'))).toThrow(RangeError);
    expect(() => multiplyDecimals(most, decimal('10'))).toThrow(RangeError);
  });

  it('divides into an exact fraction', () => {
    expect(divideDecimals(decimal('1'), decimal('3'))).toEqual(fraction(1n, 3n));
    expect(divideDecimals(decimal('-0.5'), decimal('0.25'))).toEqual(fraction(-2n, 1n));
    expect(() => divideDecimals(decimal('1'), decimal('0'))).toThrow(RangeError);
  });
});

describe('percentOf', () => {
  it.each([
    ['36694.6', '36694.6', 2, '100'],
    ['453.4', '400', 2, '113.35'],
    ['1', '3', 2, '33.33'],
    ['2', '3', 0, '67'],
    ['1', '8', 0, '13'],
    ['2.345', '100', 2, '2.35'],
    ['-2.345', '100', 2, '-2.35'],
    ['2.3449', '100', 2, '2.34'],
    ['-0.001', '100', 2, '0'],
    ['0', '5', 2, '0'],
    ['1216.667', '1057.9713', 1, '115'],
  ] as const)('of %s against %s with %s digits is %s', (value, plan, digits, expected) => {
    expect(percentOf(decimal(value), decimal(plan), digits)).toBe(expected);
  });

  it('is undefined against a plan of 0', () => {
    expect(percentOf(decimal('0'), decimal('0'), 2)).toBeUndefined();
  });

  it('is never further from the exact value than half of its last digit', () => {
    const small = fc.bigInt({ min: -(10n ** 9n), max: 10n ** 9n });
    fc.assert(
      fc.property(small, fc.bigInt({ min: 1n, max: 10n ** 9n }), (value, plan) => {
        const shown = percentOf(fromScaled(value, 6), fromScaled(plan, 6), 2) as Decimal;
        const error = toScaled(shown, 2) * plan - value * 10_000n;
        expect((error < 0n ? -error : error) * 2n <= plan).toBe(true);
      }),
    );
  });

  it.each([-1, 7, 0.5, Number.NaN])('refuses %s digits', (digits) => {
    expect(() => percentOf(decimal('1'), decimal('2'), digits)).toThrow(RangeError);
  });
});

describe('scaled integers', () => {
  it('come back as the value they were made of', () => {
    fc.assert(fc.property(decimals, (value) => expect(fromScaled(toScaled(value, 6), 6)).toBe(value)));
    expect(toScaled(decimal('453.4'), 2)).toBe(45_340n);
    expect(toScaled(decimal('-0.5'), 1)).toBe(-5n);
    expect(fromScaled(45_340n, 2)).toBe('453.4');
    expect(fromScaled(7n, 0)).toBe('7');
  });

  it('never lose a digit', () => {
    expect(() => toScaled(decimal('453.45'), 1)).toThrow('453.45 has more than 1 digits after the point');
  });

  it('fit a signed 64-bit column', () => {
    expect(toScaled(decimal('9223372036854.775807'), 6)).toBe(2n ** 63n - 1n);
    expect(() => toScaled(decimal('9223372036854.775808'), 6)).toThrow('64 bits');
    expect(toScaled(decimal('999999999999999'), 3)).toBe(999_999_999_999_999_000n);
  });
});
