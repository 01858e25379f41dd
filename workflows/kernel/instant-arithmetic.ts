import { civilFromDays, daysFromCivil, remainder } from './civil-days';
import type { Instant } from './instant';

export const MS_PER_MINUTE = 60_000;
export const MS_PER_HOUR = 3_600_000;
export const MS_PER_DAY = 86_400_000;

const PARTS = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2}):(\d{2})\.(\d{3})Z$/;

/** The instant so many milliseconds later, or earlier when negative. Throws a RangeError on a fraction or beyond the years 0000 to 9999. */
export function addMilliseconds(instant: Instant, milliseconds: number): Instant {
  return instantOfMilliseconds(millisecondsOf(instant) + milliseconds);
}

/** Milliseconds from the first to the second; negative when the second is earlier. */
export function millisecondsBetween(from: Instant, to: Instant): number {
  return millisecondsOf(to) - millisecondsOf(from);
}

/**
 * Milliseconds since 1970-01-01T00:00:00.000Z, leap seconds not counted.
 * Throws a RangeError when the text has the form of an instant but names no real moment, such as month 13.
 */
export function millisecondsOf(instant: Instant): number {
  const [year, month, day, hours, minutes, seconds, milliseconds] = parts(instant);
  const days = daysFromCivil({ year, month, day });
  const sinceMidnight = hours * MS_PER_HOUR + minutes * MS_PER_MINUTE + seconds * 1_000 + milliseconds;
  const total = days * MS_PER_DAY + sinceMidnight;
  if (instantOfMilliseconds(total) !== instant) throw new RangeError(`"${instant}" names no real moment`);
  return total;
}

/** The instant so many milliseconds after 1970-01-01T00:00:00.000Z. Throws a RangeError on a fraction or beyond the years 0000 to 9999. */
export function instantOfMilliseconds(total: number): Instant {
  if (!Number.isSafeInteger(total)) throw new RangeError(`${total} is not a whole number of milliseconds`);
  const sinceMidnight = remainder(total, MS_PER_DAY);
  const { year, month, day } = civilFromDays((total - sinceMidnight) / MS_PER_DAY);
  if (year < 0 || year > 9_999) throw new RangeError(`An instant of the year ${year} cannot be written`);
  const milliseconds = remainder(sinceMidnight, 1_000);
  const seconds = remainder((sinceMidnight - milliseconds) / 1_000, 60);
  const minutes = remainder((sinceMidnight - milliseconds - seconds * 1_000) / MS_PER_MINUTE, 60);
  const hours = (sinceMidnight - milliseconds - seconds * 1_000 - minutes * MS_PER_MINUTE) / MS_PER_HOUR;
  const date = `${padded(year, 4)}-${padded(month, 2)}-${padded(day, 2)}`;
  const time = `${padded(hours, 2)}:${padded(minutes, 2)}:${padded(seconds, 2)}.${padded(milliseconds, 3)}`;
  return `${date}T${time}Z` as Instant;
}

function parts(instant: Instant): [number, number, number, number, number, number, number] {
  const found = PARTS.exec(instant);
  if (!found) throw new RangeError(`"${instant}" is not an instant like 2024-01-19T07:00:00.000Z`);
  return found.slice(1).map(Number) as [number, number, number, number, number, number, number];
}

function padded(value: number, width: number): string {
  return String(value).padStart(width, '0');
}
