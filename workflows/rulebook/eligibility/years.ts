import { addDays, type LocalDate } from '../../kernel';

/** The number of the year that a day lies in. */
export function yearOf(day: LocalDate): number {
  return numberAt(day, 0) * 100 + numberAt(day, 2);
}

const ZERO = 48;

/** Two digits of a day as a number. Every question begins with its years: cutting texts would cost more than all the rest. */
function numberAt(day: LocalDate, place: number): number {
  return (day.charCodeAt(place) - ZERO) * 10 + day.charCodeAt(place + 1) - ZERO;
}

/** Months of the year in which a school year may begin and end. */
const SCHOOL_YEAR = { beginsFrom: 7, endsUntil: 8 };

/**
 * The last year of a period. A school year bears the number of the year in which it begins, as in the registers: a period
 * that begins in the second half of a year and ends before September counts in school years.
 */
export function lastYearOf(from: LocalDate, to: LocalDate): number {
  const isSchoolYear = numberAt(from, 5) >= SCHOOL_YEAR.beginsFrom && numberAt(to, 5) <= SCHOOL_YEAR.endsUntil;
  return isSchoolYear ? yearOf(to) - 1 : yearOf(to);
}

/** The first day of a year. */
export function firstDayOf(year: number): LocalDate {
  return `${String(year).padStart(4, '0')}-01-01` as LocalDate;
}

/** The day in another year; 29 February stays as text, which is right for comparing. */
export function dayInYear(day: LocalDate, year: number): LocalDate {
  return `${String(year).padStart(4, '0')}${day.slice(4)}` as LocalDate;
}

/** A month, in the unit of `monthPartsOf`. */
const PARTS = 31;

/**
 * The length of a span of days, both included, in thirty-firsts of a month: from the 15th to the 14th is a whole month
 * however long it is, and lengths of spans that touch add up to that of the whole.
 */
export function monthPartsOf(from: LocalDate, to: LocalDate): number {
  if (to < from) return 0;
  const end = addDays(to, 1);
  const months = (yearOf(end) - yearOf(from)) * 12 + numberAt(end, 5) - numberAt(from, 5);
  return months * PARTS + numberAt(end, 8) - numberAt(from, 8);
}

/** The whole months in so many parts. */
export function wholeMonths(parts: number): number {
  return (parts - (parts % PARTS)) / PARTS;
}

/** Whole months of a span of days, both included. */
export function monthsOf(from: LocalDate, to: LocalDate): number {
  return wholeMonths(monthPartsOf(from, to));
}
