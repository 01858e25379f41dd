import fc from 'fast-check';
import { decimal } from './decimal';
import { addDong, compareDong, dong, formatDong, multiplyDong, roundUpTo } from './money';

const TEN_THOUSAND = 10_000;
const amounts = fc.bigInt({ min: 0n, max: 10n ** 13n }).map(dong);

describe('dong', () => {
  it('takes whole amounts as text or bigint', () => {
    expect(dong('1410000')).toBe('1410000');
    expect(dong(0n)).toBe('0');
  });

  it.each(['', '-1', '+1', '01', '1.5', '1.410.000', '1e6', ' 1', '1410000 đồng'])('refuses %j', (text) => {
    expect(() => dong(text)).toThrow('is not an amount of whole đồng like 1410000');
  });

  it('refuses a negative bigint and more than 15 digits', () => {
    expect(() => dong(-1n)).toThrow(RangeError);
    expect(dong('999999999999999')).toBe('999999999999999');
    expect(() => dong('1000000000000000')).toThrow('has more than 15 digits');
    expect(() => addDong(dong('999999999999999'), dong('1'))).toThrow(RangeError);
  });

  it('adds and compares as integers', () => {
    expect(addDong()).toBe('0');
    expect(addDong(dong('702000'), dong('3510000'), dong('0'))).toBe('4212000');
    expect(compareDong(dong('9'), dong('10'))).toBe(-1);
    expect(compareDong(dong('10'), dong('9'))).toBe(1);
    expect(compareDong(dong('10'), dong('10'))).toBe(0);
  });
});

describe('prize money: coefficient × base salary, rounded up to the next 10,000 đồng', () => {
  it.each([
    ['2340000', '0.3', '702000', '710000'],
    ['2340000', '1', '2340000', '2340000'],
    ['2340000', '0.8', '1872000', '1880000'],
    ['2340000', '1.5', '3510000', '3510000'],
    ['2340000', '3', '7020000', '7020000'],
    ['2340000', '4.5', '10530000', '10530000'],
    ['2530000', '0.3', '759000', '760000'],
    ['2530000', '3.0', '7590000', '7590000'],
    ['2530000', '1.5', '3795000', '3800000'],
    ['2530000', '8', '20240000', '20240000'],
  ])('of %s × %s is %s and becomes %s', (salary, coefficient, product, rounded) => {
    const exact = multiplyDong(dong(salary), decimal(coefficient));
    expect(exact).toBe(product);
    expect(roundUpTo(exact, TEN_THOUSAND)).toBe(rounded);
  });

  it('differs by the order of doubling for a collective and rounding, so that a rulebook must say which', () => {
    const single = multiplyDong(dong('2340000'), decimal('0.3'));
    expect(roundUpTo(multiplyDong(single, decimal('2')), TEN_THOUSAND)).toBe('1410000');
    expect(multiplyDong(roundUpTo(single, TEN_THOUSAND), decimal('2'))).toBe('1420000');
  });

  it('never rounds a product by itself', () => {
    expect(() => multiplyDong(dong('5'), decimal('0.3'))).toThrow('0.3 × 5 is not a whole number of đồng');
    expect(() => multiplyDong(dong('5'), decimal('-1'))).toThrow(RangeError);
  });

  it('rounds up to the nearest multiple at or above the amount', () => {
    fc.assert(
      fc.property(amounts, fc.integer({ min: 1, max: 1_000_000 }), (amount, step) => {
        const rounded = BigInt(roundUpTo(amount, step));
        expect(rounded % BigInt(step)).toBe(0n);
        expect(rounded - BigInt(amount) >= 0n && rounded - BigInt(amount) < BigInt(step)).toBe(true);
      }),
    );
  });

  it.each([0, -10_000, 0.5, Number.NaN])('refuses a step of %s', (step) => {
    expect(() => roundUpTo(dong('702000'), step)).toThrow(RangeError);
  });
});

describe('formatDong', () => {
  it.each([
    ['1410000', '1.410.000 đồng'],
    ['0', '0 đồng'],
    ['999', '999 đồng'],
    ['1000', '1.000 đồng'],
    ['100000', '100.000 đồng'],
  ])('writes %s as %s', (amount, written) => {
    expect(formatDong(dong(amount))).toBe(written);
  });
});
