import fc from 'fast-check';
import { instant } from './instant';
import { addMilliseconds } from './instant-arithmetic';
import {
  addDays,
  atLocalTime,
  compareDates,
  daysBetween,
  endOfDay,
  lastDayOfMonth,
  localDate,
  localDateOf,
  startOfDay,
  weekday,
  type LocalDate,
} from './local-date';

const MS_PER_DAY = 86_400_000;
const FIRST_DAY = Date.UTC(1900, 0, 1) / MS_PER_DAY;
const LAST_DAY = Date.UTC(2200, 11, 31) / MS_PER_DAY;
const dayNumbers = fc.integer({ min: FIRST_DAY, max: LAST_DAY });

/** The date as the runtime writes it: an independent answer to compare with. */
function dateOf(days: number): LocalDate {
  return localDate(new Date(days * MS_PER_DAY).toISOString().slice(0, 10));
}

describe('localDate', () => {
  it.each(['1900-01-01', '2000-02-29', '2024-02-29', '2024-01-19', '2200-12-31'])('takes %s', (text) => {
    expect(localDate(text)).toBe(text);
  });

  it.each([
    '2023-02-29',
    '1900-02-29',
    '2100-02-29',
    '2024-04-31',
    '2024-00-10',
    '2024-13-01',
    '2024-01-00',
    '2024-01-32',
  ])('refuses %s, which no calendar has', (text) => {
    expect(() => localDate(text)).toThrow(`"${text}" is not a calendar day`);
  });

  it.each(['1899-12-31', '2201-01-01', '0024-01-19', '0000-01-01', '9999-12-31'])(
    'refuses %s as outside its years',
    (text) => {
      expect(() => localDate(text)).toThrow(`${text} lies outside the years 1900 to 2200`);
    },
  );

  it.each(['', '19/01/2024', '2024-1-9', '2024-01-19T00:00:00.000Z', ' 2024-01-19', '2024-01-19\n', '２０２４-01-19'])(
    'refuses the form %j',
    (text) => {
      expect(() => localDate(text)).toThrow('is not a date like 2024-01-19');
    },
  );
});

describe('days', () => {
  it('add and count as the runtime calendar does', () => {
    fc.assert(
      fc.property(dayNumbers, dayNumbers, (from, to) => {
        expect(addDays(dateOf(from), to - from)).toBe(dateOf(to));
        expect(daysBetween(dateOf(from), dateOf(to))).toBe(to - from);
      }),
    );
  });

  it('compare and sort by their text as by time', () => {
    fc.assert(
      fc.property(dayNumbers, dayNumbers, (a, b) => {
        expect(compareDates(dateOf(a), dateOf(b))).toBe(Math.sign(a - b));
      }),
    );
    expect(compareDates(localDate('2024-01-19'), localDate('2024-01-19'))).toBe(0);
  });

  it('know their weekday, 1 Monday to 7 Sunday', () => {
    fc.assert(
      fc.property(dayNumbers, (days) => {
        expect(weekday(dateOf(days))).toBe(new Date(days * MS_PER_DAY).getUTCDay() || 7);
      }),
    );
    expect(weekday(localDate('2024-01-19'))).toBe(5);
  });

  it.each([0.5, Number.NaN, Number.POSITIVE_INFINITY])('refuse to add %s days', (days) => {
    expect(() => addDays(localDate('2024-01-19'), days)).toThrow(RangeError);
  });

  it('refuse to leave the years 1900 to 2200', () => {
    expect(() => addDays(localDate('2200-12-31'), 1)).toThrow(RangeError);
    expect(() => addDays(localDate('1900-01-01'), -1)).toThrow(RangeError);
  });
});

describe('lastDayOfMonth', () => {
  it.each([
    ['2022-12', '2022-12-31'],
    ['2024-02', '2024-02-29'],
    ['2023-02', '2023-02-28'],
    ['2100-02', '2100-02-28'],
    ['2024-04', '2024-04-30'],
  ])('of %s is %s', (month, day) => {
    expect(lastDayOfMonth(month)).toBe(day);
  });

  it.each(['2022-13', '2022-00', '2022', '12/2022', '2022-12-01', '1899-12'])('refuses %s', (month) => {
    expect(() => lastDayOfMonth(month)).toThrow(RangeError);
  });
});

describe('instants of a local date', () => {
  it('start at 17:00 UTC of the day before and end, exclusive, at 17:00 UTC of the day', () => {
    fc.assert(
      fc.property(dayNumbers, (days) => {
        const date = dateOf(days);
        expect(startOfDay(date)).toBe(new Date((days - 1) * MS_PER_DAY + 17 * 3_600_000).toISOString());
        expect(endOfDay(date)).toBe(`${date}T17:00:00.000Z`);
      }),
    );
  });

  it('lie on that day from its start to just before its end', () => {
    fc.assert(
      fc.property(dayNumbers, fc.integer({ min: 0, max: MS_PER_DAY - 1 }), (days, sinceMidnight) => {
        expect(localDateOf(addMilliseconds(startOfDay(dateOf(days)), sinceMidnight))).toBe(dateOf(days));
      }),
    );
    expect(localDateOf(endOfDay(localDate('2024-01-19')))).toBe('2024-01-20');
  });

  it('are the wall clock of Ho Chi Minh City', () => {
    const wallClock = new Intl.DateTimeFormat('sv-SE', {
      timeZone: 'Asia/Ho_Chi_Minh',
      dateStyle: 'short',
      timeStyle: 'short',
    });
    const since1976 = fc.integer({ min: Date.UTC(1976, 0, 1) / MS_PER_DAY, max: LAST_DAY });
    fc.assert(
      fc.property(
        since1976,
        fc.integer({ min: 0, max: 23 }),
        fc.integer({ min: 0, max: 59 }),
        (days, hours, minutes) => {
          const time = `${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`;
          const moment = atLocalTime(dateOf(days), time);
          expect(wallClock.format(new Date(moment))).toBe(`${dateOf(days)} ${time}`);
        },
      ),
    );
    expect(atLocalTime(localDate('2024-01-19'), '14:00')).toBe('2024-01-19T07:00:00.000Z');
  });

  it.each(['24:00', '7:30', '07:60', '07:30:00', '', '-1:00'])('refuse the time of day %j', (time) => {
    expect(() => atLocalTime(localDate('2024-01-19'), time)).toThrow(RangeError);
  });

  it('refuse a day outside the years of a local date', () => {
    expect(localDateOf(instant('2200-12-31T16:59:59.999Z'))).toBe('2200-12-31');
    expect(() => localDateOf(instant('2200-12-31T17:00:00.000Z'))).toThrow(RangeError);
    expect(() => localDateOf(instant('1899-12-31T16:59:59.999Z'))).toThrow(RangeError);
  });
});
