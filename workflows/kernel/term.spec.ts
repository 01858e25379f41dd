import fc from 'fast-check';
import { addDays, localDate, type LocalDate } from './local-date';
import { endOfTerm, firstEnd, needsCalendar, type Term, type VersionedCalendar } from './term';
import { isWorkingDay } from './working-days';

/** Days off around the changes of 2026: CV 9859/VPCP-KGVX and TB 9441/TB-BNV; 24 November by NQ 28/2026/QH16 (press). */
const calendar: VersionedCalendar = {
  version: 'a',
  years: [2025, 2026],
  daysOff: [
    ...['2026-01-01', '2026-02-16', '2026-02-17', '2026-02-18', '2026-02-19', '2026-02-20', '2026-04-27'],
    ...['2026-04-30', '2026-05-01', '2026-08-31', '2026-09-01', '2026-09-02', '2026-11-24'],
  ].map(localDate),
  swappedWorkingDays: [localDate('2026-08-22')],
};

const term = (days: number, more: Partial<Term> = {}): Term => ({
  ...{ days, unit: 'workingDays', countsFirstDay: false, movesFromDayOff: false },
  ...more,
});
const calendarDays = { unit: 'calendarDays' } as const;

function end(from: string, asked: Term): string {
  const { date, provisional } = endOfTerm(localDate(from), asked, calendar);
  return provisional ? `${date} provisional` : date;
}

describe('endOfTerm', () => {
  it.each([
    ['BLLĐ Đ112, TB 9441: ten working days over Tết', '2026-02-13', term(10), '2026-03-06'],
    ['TB 9441: Saturday 22 August is worked for Monday 31', '2026-08-21', term(1), '2026-08-22'],
    ['TB 9441: from 28 August over 31 August, 1 and 2 September', '2026-08-28', term(1), '2026-09-03'],
    ['NQ 28/2026/QH16: 24 November is off', '2026-11-23', term(1), '2026-11-25'],
    ['NĐ152 Đ35.3: thirty working days from a Monday', '2026-03-02', term(30), '2026-04-13'],
    ['a plan that counts its first day', '2026-03-02', term(5, { countsFirstDay: true }), '2026-03-06'],
    ['BN86 Đ6: ten days without "làm việc" are calendar days', '2026-02-10', term(10, calendarDays), '2026-02-20'],
    ['the same with the first day', '2026-02-10', term(10, { ...calendarDays, countsFirstDay: true }), '2026-02-19'],
    [
      'BLDS Đ148, where a rule follows it',
      '2026-02-10',
      term(10, { ...calendarDays, movesFromDayOff: true }),
      '2026-02-23',
    ],
    ['the end of the year', '2025-12-31', term(1), '2026-01-02'],
    ['a year without data', '2026-12-31', term(1), '2027-01-01 provisional'],
    ['calendar days into a year without data', '2026-12-31', term(30, calendarDays), '2027-01-30'],
  ])('%s', (_, from, asked, expected) => {
    expect(end(from, asked)).toBe(expected);
  });

  it.each([0, -1, 1.5])('refuses a term of %s days, in either unit', (days) => {
    expect(() => end('2026-03-02', term(days))).toThrow(RangeError);
    expect(() => end('2026-03-02', term(days, calendarDays))).toThrow(RangeError);
  });

  const starts = fc.integer({ min: 0, max: 500 }).map((days) => addDays(localDate('2025-03-01'), days));
  const lengths = fc.integer({ min: 1, max: 40 });
  const last = (from: LocalDate, days: number): LocalDate => endOfTerm(from, term(days), calendar).date;

  it('ends later when it is longer, and no earlier when it starts later', () => {
    fc.assert(
      fc.property(starts, lengths, (from, days) => {
        expect(last(from, days + 1) > last(from, days)).toBe(true);
        expect(last(addDays(from, 1), days) >= last(from, days)).toBe(true);
      }),
    );
  });

  it('of n and then m working days is one of n + m', () => {
    fc.assert(
      fc.property(starts, lengths, lengths, (from, n, m) => {
        expect(last(last(from, n), m)).toBe(last(from, n + m));
      }),
    );
  });

  it('never ends on a day off, in working days or where its end moves', () => {
    const moving = fc.constantFrom<Partial<Term>>(
      {},
      { countsFirstDay: true },
      { ...calendarDays, movesFromDayOff: true },
    );
    fc.assert(
      fc.property(starts, lengths, moving, (from, days, how) => {
        expect(isWorkingDay(endOfTerm(from, term(days, how), calendar).date, calendar)).toBe(true);
      }),
    );
  });
});

describe('firstEnd', () => {
  const from = localDate('2026-12-14');

  it('is the nearest end, and keeps how it was counted', () => {
    const terms = [term(30, calendarDays), term(10)];
    expect(firstEnd(from, terms, calendar)).toEqual({
      dueOn: '2026-12-28',
      counted: { from, terms, calendarVersion: 'a', isProvisional: false },
    });
  });

  it('is provisional when any term is, since another one may turn out to end first', () => {
    const found = firstEnd(from, [term(10), term(20)], calendar);
    expect(found).toMatchObject({ dueOn: '2026-12-28', counted: { isProvisional: true } });
  });

  it('names no calendar for calendar days, and is none without a term', () => {
    expect(firstEnd(from, [term(5, calendarDays)], calendar)?.counted.calendarVersion).toBeNull();
    expect(firstEnd(from, [], calendar)).toBeUndefined();
    expect(needsCalendar(term(5, { ...calendarDays, movesFromDayOff: true }))).toBe(true);
  });
});
