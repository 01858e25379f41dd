import { addDays, weekday, type LocalDate } from './local-date';

/**
 * The days off of the years that are known, as data: the Prime Minister fixes Tết and National Day each year
 * and may swap working days (Labour Code 2019, article 112.3), so that no formula can know them.
 */
export interface WorkingCalendar {
  /** Years whose days off are all known. */
  readonly years: readonly number[];
  /** Days off that are no Saturday or Sunday: public holidays, days in lieu, days swapped away. */
  readonly daysOff: readonly LocalDate[];
  /** Saturdays and Sundays that are worked in exchange. A day in both lists is worked. */
  readonly swappedWorkingDays: readonly LocalDate[];
}

/** A day found by counting working days. */
export interface WorkingDayResult {
  readonly date: LocalDate;
  /** True when a day of a year without data was looked at: only weekends were off there, and the date may still move. */
  readonly provisional: boolean;
}

/** How a rule counts: some plans count the first day, the Civil Code 2015 (articles 147-148, seen in quotations only) does not. */
export interface WorkingDayOptions {
  /** Count the start itself as day 1, if it is a working day. Default: false. */
  readonly countFirstDay?: boolean;
}

/** Whether people work on this day: the swapped days, and every weekday that is no day off. */
export function isWorkingDay(date: LocalDate, calendar: WorkingCalendar): boolean {
  if (calendar.swappedWorkingDays.includes(date)) return true;
  return weekday(date) <= 5 && !calendar.daysOff.includes(date);
}

/**
 * The n-th working day after the start, which may itself be a day off. With n = 0 the first working day at or after the start:
 * a period that ends on a day off ends on the next working day (Civil Code 2015, article 148, seen in a report only).
 * Throws a RangeError when n is no whole number from 0, when the first day of no days is to be counted,
 * or beyond the years of a local date.
 */
export function addWorkingDays(
  start: LocalDate,
  n: number,
  calendar: WorkingCalendar,
  { countFirstDay = false }: WorkingDayOptions = {},
): WorkingDayResult {
  if (!Number.isSafeInteger(n) || n < 0) throw new RangeError(`${n} is not a number of working days`);
  if (countFirstDay && n === 0) throw new RangeError('The first day of no working days cannot be counted');
  const looksAtStart = countFirstDay || n === 0;
  let date = looksAtStart ? start : addDays(start, 1);
  let provisional = isUnknown(date, calendar);
  let left = Math.max(n, 1) - (isWorkingDay(date, calendar) ? 1 : 0);
  while (left > 0) {
    date = addDays(date, 1);
    provisional ||= isUnknown(date, calendar);
    if (isWorkingDay(date, calendar)) left -= 1;
  }
  return { date, provisional };
}

function isUnknown(date: LocalDate, calendar: WorkingCalendar): boolean {
  return !calendar.years.includes(Number(date.slice(0, 4)));
}
