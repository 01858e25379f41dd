import { addDays, daysBetween, lastDayOfMonth, localDate, type LocalDate } from '../../kernel';
import type { Span } from './finding';
import type { PeriodClaim } from './statement.types';

const MONTHS_A_YEAR = 12;

/**
 * The length of a period, both days included, in whole months and the days beyond them: 01/01/2004 to 30/06/2021 is
 * 210 months and 0 days. Exact: months are those of the calendar. Throws a RangeError when it ends before it begins.
 */
export function lengthOf(from: LocalDate, to: LocalDate): { readonly months: number; readonly days: number } {
  if (to < from) throw new RangeError(`${from} to ${to} ends before it begins`);
  const end = addDays(to, 1);
  let months = monthsBetween(from, end);
  if (monthsLater(from, months) > end) months -= 1;
  return { months, days: daysBetween(monthsLater(from, months), end) };
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

/** The same day so many months later; the last day of a month that is too short for it. */
function monthsLater(date: LocalDate, months: number): LocalDate {
  const [year, month, day] = date.split('-').map(Number) as [number, number, number];
  const index = year * MONTHS_A_YEAR + month - 1 + months;
  const monthText = `${Math.floor(index / MONTHS_A_YEAR)}-${String((index % MONTHS_A_YEAR) + 1).padStart(2, '0')}`;
  const last = lastDayOfMonth(monthText);
  return day > Number(last.slice(8)) ? last : localDate(`${monthText}-${String(day).padStart(2, '0')}`);
}

function monthsBetween(from: LocalDate, to: LocalDate): number {
  const indexOf = (date: LocalDate): number => Number(date.slice(0, 4)) * MONTHS_A_YEAR + Number(date.slice(5, 7));
  return indexOf(to) - indexOf(from);
}
