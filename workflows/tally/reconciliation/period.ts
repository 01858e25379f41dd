import { daysBetween, lastDayOfMonth, localDate, type LocalDate } from '../../kernel';
import type { Span } from './finding';
import type { PeriodClaim } from './statement.types';

const MONTHS_A_YEAR = 12;

/** The first and the last day that there is. */
const FIRST = localDate('1900-01-01');
const LAST = localDate('2200-12-31');

/**
 * The length of a period, both days included, in whole months and the days beyond them: 01/01/2004 to 30/06/2021 is
 * 210 months and 0 days. Exact: months are those of the calendar. Throws a RangeError when it ends before it begins.
 */
export function lengthOf(from: LocalDate, to: LocalDate): { readonly months: number; readonly days: number } {
  if (to < from) throw new RangeError(`${from} to ${to} ends before it begins`);
  const start = civilOf(from);
  // The day after the last one: counted as a number, since there may be no such day.
  const end = numberOf(to) + 1;
  let months = monthIndexOf(to) + (to === lastDayOfMonth(to.slice(0, 7)) ? 1 : 0) - monthIndexOf(from);
  if (monthsLater(start, months) > end) months -= 1;
  return { months, days: end - monthsLater(start, months) };
}

/** Whether a length of so many months and days is what a text claims of it. */
export function isAsClaimed(
  length: { readonly months: number; readonly days: number },
  claim: PeriodClaim,
  months: number,
): boolean {
  // Days beyond whole months never make another month.
  const comparison = Math.sign(length.months - months) || Math.sign(length.days);
  return {
    exactly: comparison === 0,
    moreThan: comparison > 0,
    atLeast: comparison >= 0,
    lessThan: comparison < 0,
    atMost: comparison <= 0,
  }[claim];
}

/** So many months and days as years, months and days. */
export function spanOf({ months, days }: { readonly months: number; readonly days: number }): Span {
  return { years: Math.floor(months / MONTHS_A_YEAR), months: months % MONTHS_A_YEAR, days };
}

interface Civil {
  readonly monthIndex: number;
  readonly day: number;
}

/** The same day so many months later, as a number of days; the last day of a month that is too short for it. */
function monthsLater({ monthIndex, day }: Civil, months: number): number {
  const index = monthIndex + months;
  if (index > monthIndexOf(LAST)) return numberOf(LAST) + day;
  const monthText = `${Math.floor(index / MONTHS_A_YEAR)}-${String((index % MONTHS_A_YEAR) + 1).padStart(2, '0')}`;
  const last = lastDayOfMonth(monthText);
  return numberOf(last) - Number(last.slice(8)) + Math.min(day, Number(last.slice(8)));
}

function civilOf(date: LocalDate): Civil {
  return { monthIndex: monthIndexOf(date), day: Number(date.slice(8)) };
}

function monthIndexOf(date: LocalDate): number {
  return Number(date.slice(0, 4)) * MONTHS_A_YEAR + Number(date.slice(5, 7)) - 1;
}

function numberOf(date: LocalDate): number {
  return daysBetween(FIRST, date);
}
