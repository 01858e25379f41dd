import fc from 'fast-check';
import { civilFromDays, daysFromCivil, quotient, remainder } from './civil-days';

const MS_PER_DAY = 86_400_000;

describe('civil days', () => {
  it('agree with the UTC calendar of the runtime on every day from 1890 to 2210', () => {
    for (let days = Date.UTC(1890, 0, 1) / MS_PER_DAY; days < Date.UTC(2210, 0, 1) / MS_PER_DAY; days += 1) {
      const expected = new Date(days * MS_PER_DAY);
      const day = civilFromDays(days);
      const agrees =
        day.year === expected.getUTCFullYear() &&
        day.month === expected.getUTCMonth() + 1 &&
        day.day === expected.getUTCDate() &&
        daysFromCivil(day) === days;
      if (!agrees) throw new Error(`${expected.toISOString()} became ${JSON.stringify(day)}`);
    }
    expect(civilFromDays(0)).toEqual({ year: 1970, month: 1, day: 1 });
  });

  it('are the inverse of each other far outside the years we use', () => {
    fc.assert(
      fc.property(fc.integer({ min: -10_000_000, max: 10_000_000 }), (days) => {
        expect(daysFromCivil(civilFromDays(days))).toBe(days);
      }),
    );
  });

  it('divide towards minus infinity and leave a remainder from 0 to below the divisor', () => {
    expect([quotient(-1, 7), remainder(-1, 7)]).toEqual([-1, 6]);
    expect([quotient(-7, 7), remainder(-7, 7)]).toEqual([-1, 0]);
    expect([quotient(20, 7), remainder(20, 7)]).toEqual([2, 6]);
  });
});
