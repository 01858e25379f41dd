import fc from 'fast-check';
import { addDays, localDate } from '../../kernel';
import { isAsClaimed, lengthOf } from './period';

describe('lengthOf', () => {
  it.each([
    ['2004-01-01', '2021-06-30', 210, 0],
    ['2021-07-01', '2022-12-31', 18, 0],
    ['2023-01-01', '2023-11-06', 10, 6],
    ['2024-01-19', '2024-01-19', 0, 1],
    ['2024-01-31', '2024-02-27', 0, 28],
    // A month later is the last day of a month that is too short.
    ['2024-01-31', '2024-02-28', 1, 0],
    ['2024-01-31', '2024-02-29', 1, 1],
    ['2024-02-29', '2025-02-27', 12, 0],
    // The last day that there is, after which no other can be named.
    ['2200-12-01', '2200-12-31', 1, 0],
    ['1900-01-31', '2200-12-31', 3611, 1],
  ])('%s to %s is %i months and %i days', (from, to, months, days) => {
    expect(lengthOf(localDate(from), localDate(to))).toEqual({ months, days });
  });

  it('refuses to measure backwards', () => {
    expect(() => lengthOf(localDate('2024-01-02'), localDate('2024-01-01'))).toThrow(RangeError);
  });

  it('grows with every day', () => {
    fc.assert(
      fc.property(fc.nat(20_000), fc.nat(3_000), (start, more) => {
        const from = addDays(localDate('1990-01-01'), start);
        const length = lengthOf(from, addDays(from, more));
        const next = lengthOf(from, addDays(from, more + 1));
        expect(next.months * 31 + next.days).toBeGreaterThan(length.months * 31 + length.days - 31);
        expect(next.months > length.months || next.days > length.days).toBe(true);
      }),
    );
  });
});

describe('isAsClaimed', () => {
  it('counts days beyond the whole months as more, and never as another month', () => {
    expect(isAsClaimed({ months: 12, days: 30 }, 'moreThan', 12)).toBe(true);
    expect(isAsClaimed({ months: 12, days: 30 }, 'atLeast', 13)).toBe(false);
    expect(isAsClaimed({ months: 12, days: 1 }, 'exactly', 12)).toBe(false);
  });
});
