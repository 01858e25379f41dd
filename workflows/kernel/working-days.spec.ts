import fc from 'fast-check';
import { addDays, localDate, weekday } from './local-date';
import { addWorkingDays, isWorkingDay, type WorkingCalendar } from './working-days';

/** Days off of 2026 as announced (Tết 16-20 Feb; 31 Aug swapped to Sat 22 Aug; 24 Nov left out). */
const calendar: WorkingCalendar = {
  years: [2026],
  daysOff: [
    ...['2026-01-01', '2026-02-16', '2026-02-17', '2026-02-18', '2026-02-19', '2026-02-20', '2026-04-27'],
    ...['2026-04-30', '2026-05-01', '2026-08-31', '2026-09-01', '2026-09-02'],
  ].map(localDate),
  swappedWorkingDays: [localDate('2026-08-22')],
};
const noDaysOff: WorkingCalendar = { years: [2026], daysOff: [], swappedWorkingDays: [] };

function after(start: string, n: number, countFirstDay = false): { date: string; provisional: boolean } {
  return addWorkingDays(localDate(start), n, calendar, { countFirstDay });
}

describe('addWorkingDays', () => {
  it.each([
    ['2026-03-02', 1, '2026-03-03', 'a Monday'],
    ['2026-03-06', 1, '2026-03-09', 'a Friday: the weekend is off'],
    ['2026-03-07', 1, '2026-03-09', 'a Saturday'],
    ['2026-02-13', 1, '2026-02-23', 'the Friday before Tết'],
    ['2026-02-13', 10, '2026-03-06', 'ten days over Tết'],
    ['2026-08-21', 1, '2026-08-22', 'a Friday before a swapped Saturday'],
    ['2026-08-28', 1, '2026-09-03', 'a Friday before National Day with its swapped Monday'],
    ['2026-04-24', 3, '2026-05-04', 'the day in lieu of Giỗ Tổ, 30 April and 1 May'],
  ])('from %s goes %s on to %s (%s)', (start, n, expected) => {
    expect(after(start, n)).toEqual({ date: expected, provisional: false });
  });

  it('counts the first day only when asked, and only if it is a working day', () => {
    expect(after('2026-03-02', 5).date).toBe('2026-03-09');
    expect(after('2026-03-02', 5, true).date).toBe('2026-03-06');
    expect(after('2026-03-07', 1, true).date).toBe('2026-03-09');
  });

  it('of no days ends on the next working day when the start is off', () => {
    expect(after('2026-02-18', 0).date).toBe('2026-02-23');
    expect(after('2026-02-13', 0).date).toBe('2026-02-13');
  });

  it('is provisional as soon as it looks at a day of a year without data', () => {
    expect(after('2026-12-30', 1)).toEqual({ date: '2026-12-31', provisional: false });
    expect(after('2026-12-30', 2)).toEqual({ date: '2027-01-01', provisional: true });
    expect(after('2025-12-31', 1)).toEqual({ date: '2026-01-02', provisional: false });
    expect(after('2025-12-31', 1, true)).toEqual({ date: '2025-12-31', provisional: true });
    expect(after('2025-12-30', 3)).toEqual({ date: '2026-01-05', provisional: true });
  });

  it('is provisional across a gap between known years', () => {
    const gap = { ...noDaysOff, years: [2025, 2027] };
    expect(addWorkingDays(localDate('2025-12-31'), 270, gap)).toMatchObject({ provisional: true });
  });

  it('lets a swapped working day win over a day off', () => {
    const both = { ...calendar, daysOff: [...calendar.daysOff, localDate('2026-08-22')] };
    expect(isWorkingDay(localDate('2026-08-22'), both)).toBe(true);
    expect(isWorkingDay(localDate('2026-08-23'), both)).toBe(false);
  });

  it('passes exactly the asked number of working days and ends on one', () => {
    const offsets = fc.integer({ min: 0, max: 300 });
    fc.assert(
      fc.property(offsets, fc.integer({ min: 1, max: 60 }), (offset, n) => {
        const start = addDays(localDate('2026-01-01'), offset);
        const { date } = addWorkingDays(start, n, calendar);
        let counted = 0;
        for (let day = addDays(start, 1); day <= date; day = addDays(day, 1))
          counted += isWorkingDay(day, calendar) ? 1 : 0;
        expect(counted).toBe(n);
        expect(isWorkingDay(date, calendar)).toBe(true);
      }),
    );
  });

  it('goes a week on for five days when nothing but weekends is off', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 300 }), (offset) => {
        const start = addDays(localDate('2026-01-01'), offset);
        fc.pre(weekday(start) <= 5);
        expect(addWorkingDays(start, 5, noDaysOff).date).toBe(addDays(start, 7));
      }),
    );
  });

  it.each([-1, 0.5, Number.NaN])('refuses %s days', (n) => {
    expect(() => after('2026-03-02', n)).toThrow(RangeError);
  });

  it('refuses to count the first day of no days', () => {
    expect(() => after('2026-03-02', 0, true)).toThrow(RangeError);
  });
});
