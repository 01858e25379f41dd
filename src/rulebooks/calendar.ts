import { weekday, type LocalDate, type WorkingCalendar } from '../../workflows/kernel';
import type { FileContents } from './read-files';
import type { FileProblem } from './rulebooks.errors';
import type { Problem } from './shape';

type CalendarFiles = FileContents['calendars'];
type CalendarYear = CalendarFiles[number]['value'];

/** The years together, as the kernel counts with them: it knows the days off of an incomplete year, and not the year. */
export function calendarOf(files: CalendarFiles): WorkingCalendar {
  const dates = (key: 'daysOff' | 'swappedWorkingDays'): LocalDate[] =>
    files.flatMap(({ value }) => value[key].map(({ date }) => date)).sort();
  return {
    years: files.flatMap(({ value }) => (value.isComplete ? [value.year] : [])).sort((a, b) => a - b),
    daysOff: dates('daysOff'),
    swappedWorkingDays: dates('swappedWorkingDays'),
  };
}

/** Years that stand twice or are left out, days outside their year, days off at a weekend, working days swapped to no weekend. */
export function calendarProblems(files: CalendarFiles): readonly FileProblem[] {
  const years = files.map(({ value }) => value.year);
  return files.flatMap(({ file, value }, index) => {
    const twice =
      years.indexOf(value.year) < index ? [{ path: ['year'], reason: `${value.year} has another file` }] : [];
    return [...twice, ...gapBefore(value.year, years), ...dayProblems(value)].map(file.place);
  });
}

/** Where the years before this one end too early: a file was lost, and what is counted over the gap would be guessed. */
function gapBefore(year: number, years: readonly number[]): Problem[] {
  const earlier = years.filter((each) => each < year);
  const last = Math.max(...earlier);
  if (earlier.length === 0 || last === year - 1) return [];
  const missing = last + 2 === year ? `${last + 1} has` : `${last + 1} to ${year - 1} have`;
  return [{ path: ['year'], reason: `${missing} no file, though ${last} and ${year} have one` }];
}

function dayProblems({ year, daysOff, swappedWorkingDays }: CalendarYear): Problem[] {
  const judge = (key: string, days: CalendarYear['daysOff'], isAtWeekend: boolean, reason: string): Problem[] =>
    days.flatMap(({ date }, index) => {
      const path = [key, index, 'date'];
      if (!date.startsWith(`${year}-`)) return [{ path, reason: `${date} is not in ${year}` }];
      if (days.findIndex((day) => day.date === date) < index) return [{ path, reason: `${date} stands here twice` }];
      return weekday(date) > 5 === isAtWeekend ? [] : [{ path, reason: `${date} ${reason}` }];
    });
  return [
    ...judge('daysOff', daysOff, false, 'is a Saturday or Sunday and needs no day off'),
    ...judge('swappedWorkingDays', swappedWorkingDays, true, 'is no Saturday or Sunday'),
  ];
}
