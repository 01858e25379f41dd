import { civilFromDays, daysFromCivil, remainder, type CivilDay } from './civil-days';
import type { Instant } from './instant';
import { instantOfMilliseconds, millisecondsOf, MS_PER_DAY, MS_PER_HOUR, MS_PER_MINUTE } from './instant-arithmetic';

declare const localDateBrand: unique symbol;

/**
 * A calendar day in Asia/Ho_Chi_Minh as text, `2024-01-19`. It has no time and no zone;
 * all local dates have one width, so that text order is date order in the core and in both databases.
 */
export type LocalDate = string & { readonly [localDateBrand]: never };

/** Day of the week, 1 is Monday and 7 is Sunday (ISO 8601). */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

/** First year a local date may lie in: an earlier one is a slip of the pen. */
export const FIRST_YEAR = 1900;

/** Last year a local date may lie in. */
export const LAST_YEAR = 2200;

/**
 * Asia/Ho_Chi_Minh is UTC+7 without daylight saving. It has been so since 1975-06-13; the offsets of earlier years
 * do not matter here, since earlier dates (of birth, of joining) are days and never instants.
 */
const OFFSET_MS = 7 * MS_PER_HOUR;

const DATE = /^(\d{4})-(\d{2})-(\d{2})$/;
const MONTH = /^(\d{4})-(\d{2})$/;
const TIME = /^([01]\d|2[0-3]):([0-5]\d)$/;

/** Takes text for a local date. Throws a RangeError unless it is a real calendar day of the years 1900 to 2200. */
export function localDate(text: string): LocalDate {
  const [, year, month, day] = DATE.exec(text) ?? [];
  if (!year || !month || !day) throw new RangeError(`"${text}" is not a date like 2024-01-19`);
  const asked: CivilDay = { year: Number(year), month: Number(month), day: Number(day) };
  // A day that does not exist comes back as another one: 2023-02-29 as 2023-03-01.
  if (dateText(civilFromDays(daysFromCivil(asked))) !== text) throw new RangeError(`"${text}" is not a calendar day`);
  return covered(asked);
}

/** The day so many days later, or earlier when negative. Throws a RangeError on a part of a day or beyond the years 1900 to 2200. */
export function addDays(date: LocalDate, days: number): LocalDate {
  if (!Number.isSafeInteger(days)) throw new RangeError(`${days} is not a whole number of days`);
  return covered(civilFromDays(dayNumber(date) + days));
}

/** Whole days from the first to the second; negative when the second is earlier, 0 on one day. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return dayNumber(to) - dayNumber(from);
}

/** Day of the week, 1 Monday to 7 Sunday. */
export function weekday(date: LocalDate): Weekday {
  // 1970-01-01 was a Thursday, the fourth day.
  return (remainder(dayNumber(date) + 3, 7) + 1) as Weekday;
}

/** -1 when the first is earlier, 0 when they are one day, 1 when it is later. */
export function compareDates(a: LocalDate, b: LocalDate): -1 | 0 | 1 {
  return a < b ? -1 : a > b ? 1 : 0;
}

/**
 * The last day of a month written `2022-12`: a plan that names only a month means its last day.
 * Throws a RangeError on any other form.
 */
export function lastDayOfMonth(month: string): LocalDate {
  const [, year, number] = MONTH.exec(month) ?? [];
  if (!year || !number || number < '01' || number > '12')
    throw new RangeError(`"${month}" is not a month like 2022-12`);
  const isDecember = number === '12';
  const next = { year: Number(year) + (isDecember ? 1 : 0), month: isDecember ? 1 : Number(number) + 1, day: 1 };
  return covered(civilFromDays(daysFromCivil(next) - 1));
}

/** 00:00 of this day in Asia/Ho_Chi_Minh: the first instant of the day. */
export function startOfDay(date: LocalDate): Instant {
  return instantOfMilliseconds(dayNumber(date) * MS_PER_DAY - OFFSET_MS);
}

/**
 * 00:00 of the next day in Asia/Ho_Chi_Minh: the first instant that is no longer this day.
 * A thing due on this day is in time while now is before it.
 */
export function endOfDay(date: LocalDate): Instant {
  return instantOfMilliseconds((dayNumber(date) + 1) * MS_PER_DAY - OFFSET_MS);
}

/** A time of day from `00:00` to `23:59` in Asia/Ho_Chi_Minh. Throws a RangeError on any other form. */
export function atLocalTime(date: LocalDate, time: string): Instant {
  const [, hours, minutes] = TIME.exec(time) ?? [];
  if (!hours || !minutes) throw new RangeError(`"${time}" is not a time of day like 07:30`);
  const sinceMidnight = Number(hours) * MS_PER_HOUR + Number(minutes) * MS_PER_MINUTE;
  return instantOfMilliseconds(dayNumber(date) * MS_PER_DAY + sinceMidnight - OFFSET_MS);
}

/** The day it is in Asia/Ho_Chi_Minh at this instant. Throws a RangeError beyond the years 1900 to 2200. */
export function localDateOf(instant: Instant): LocalDate {
  const local = millisecondsOf(instant) + OFFSET_MS;
  return covered(civilFromDays((local - remainder(local, MS_PER_DAY)) / MS_PER_DAY));
}

function dayNumber(date: LocalDate): number {
  const [year, month, day] = date.split('-').map(Number) as [number, number, number];
  return daysFromCivil({ year, month, day });
}

function covered(day: CivilDay): LocalDate {
  if (day.year < FIRST_YEAR || day.year > LAST_YEAR) {
    throw new RangeError(`${dateText(day)} lies outside the years ${FIRST_YEAR} to ${LAST_YEAR}`);
  }
  return dateText(day) as LocalDate;
}

function dateText({ year, month, day }: CivilDay): string {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}
