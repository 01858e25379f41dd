import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { addDays, endOfTerm, isWorkingDay, localDate, weekday, type Term } from '../../workflows/kernel';
import { configFolder } from '../../config';
import { calendarOf, calendarProblems } from '../../src/rulebooks/calendar';
import { readFiles } from '../../src/rulebooks/read-files';

const FOLDER = configFolder('calendar');
const { calendars, problems } = readFiles(
  readdirSync(FOLDER).map((name) => ({ name: `calendar/${name}`, text: readFileSync(join(FOLDER, name), 'utf8') })),
);
const calendar = calendarOf(calendars);
const years = calendars.map(({ value }) => value);
const WORKING_DAYS: Omit<Term, 'days'> = { unit: 'workingDays', countsFirstDay: false, movesFromDayOff: false };

function end(from: string, days: number): string {
  const { date, provisional } = endOfTerm(localDate(from), { ...WORKING_DAYS, days }, calendar);
  return provisional ? `${date} provisional` : date;
}

describe('the calendar of config/calendar', () => {
  it('has every year from 2021 to 2027, the last one incomplete', () => {
    expect([...problems, ...calendarProblems(calendars)]).toEqual([]);
    expect(years.map(({ year }) => year).sort()).toEqual([2021, 2022, 2023, 2024, 2025, 2026, 2027]);
    expect(calendar.years).toEqual([2021, 2022, 2023, 2024, 2025, 2026]);
  });

  it('gives 11 holidays a year, 12 from 2026 on, each swap one day more (BLLĐ Đ112, Đ111.3; NQ 28/2026/QH16)', () => {
    const complete = years.filter(({ isComplete }) => isComplete);
    const holidays = complete.map(({ daysOff, swappedWorkingDays }) => daysOff.length - swappedWorkingDays.length);
    expect(complete.map(({ year }, index) => [year, holidays[index]]).sort()).toEqual([
      ...[2021, 2022, 2023, 2024, 2025].map((year) => [year, 11]),
      [2026, 12],
    ]);
  });

  it('has 1 January, 30 April, 1 May and 2 September off each year, or the next working days for them (BLLĐ Đ111.3)', () => {
    for (const { year } of years) {
      for (const day of ['01-01', '04-30', '05-01', '09-02'].map((each) => localDate(`${year}-${each}`))) {
        expect([day, isWorkingDay(day, calendar)]).toEqual([day, false]);
        const monday = [1, 2].map((later) => addDays(day, later)).find((each) => weekday(each) === 1);
        const isCompensated = weekday(day) <= 5 || monday === undefined || !isWorkingDay(monday, calendar);
        expect([day, isCompensated]).toEqual([day, true]);
      }
    }
  });

  it('calls nothing verified of 2027 but the days that the Labour Code fixes', () => {
    const fixed = years.find(({ year }) => year === 2027)?.daysOff.filter(({ status }) => status === 'verified') ?? [];
    expect(fixed.map(({ date }) => date)).toEqual(['2027-01-01', '2027-04-30', '2027-05-03', '2027-09-02']);
    expect(fixed.filter(({ citation }) => !citation.startsWith('Bộ luật Lao động 2019'))).toEqual([]);
  });

  it.each([
    ['Tết 2021, ý kiến Thủ tướng 26/11/2020: 10 to 16 February', '2021-02-09', 1, '2021-02-17'],
    ['Tết 2022, CV 245/VPCP-KGVX: 31 January to 4 February', '2022-01-28', 1, '2022-02-07'],
    ['30 April and 1 May 2022 at a weekend (BLLĐ Đ111.3)', '2022-04-29', 1, '2022-05-04'],
    ['Quốc khánh 2023, CV 8056/VPCP-KGVX: 1 to 4 September', '2023-08-31', 1, '2023-09-05'],
    ['Giỗ Tổ, 30 April and 1 May 2023 in a row', '2023-04-28', 1, '2023-05-04'],
    ['Tết 2024, CV 8662/VPCP-KGVX: 8 to 14 February', '2024-02-07', 1, '2024-02-15'],
    ['29 April 2024 swapped to Saturday 4 May, CV 2450/VPCP-KGVX', '2024-04-26', 2, '2024-05-03'],
    ['and that Saturday is worked', '2024-05-03', 1, '2024-05-04'],
    ['Tết 2025, CV 8726/VPCP-KGVX: 25 January to 2 February', '2025-01-24', 1, '2025-02-03'],
    ['2 May 2025 swapped to Saturday 26 April', '2025-04-25', 4, '2025-05-05'],
    ['2 January 2026 swapped to Saturday 10, CV 12729/VPCP-KGVX', '2025-12-31', 1, '2026-01-05'],
    ['and that Saturday is worked', '2026-01-09', 1, '2026-01-10'],
    ['Tết 2026, TB 9441/TB-BNV: 14 to 22 February', '2026-02-13', 1, '2026-02-23'],
    ['31 August 2026 swapped to Saturday 22, TB 9441/TB-BNV', '2026-08-21', 7, '2026-09-03'],
    ['24 November 2026, NQ 28/2026/QH16', '2026-11-23', 1, '2026-11-25'],
    ['the last day of the last complete year', '2026-12-30', 1, '2026-12-31'],
    ['into 2027, where Tết is not known', '2026-12-31', 1, '2027-01-04 provisional'],
    ['before the first year', '2020-12-30', 1, '2020-12-31 provisional'],
  ])('%s', (_, from, days, expected) => {
    expect(end(from, days)).toBe(expected);
  });
});
