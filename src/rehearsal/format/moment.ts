import {
  addMilliseconds,
  atLocalTime,
  instant,
  localDate,
  localDateOf,
  millisecondsBetween,
  MS_PER_DAY,
  MS_PER_HOUR,
  MS_PER_MINUTE,
  startOfDay,
  type Instant,
} from '../../../workflows/kernel';

const LOCAL = /^(\d{4}-\d{2}-\d{2}) (\d{2}:\d{2})$/;
const STEP = /^(\d{1,5}) (minutes?|hours?|days?)$/;

const LENGTHS: Readonly<Record<string, number>> = { minute: MS_PER_MINUTE, hour: MS_PER_HOUR, day: MS_PER_DAY };

/** `2024-01-19 14:00` in Vietnam, or an instant `2024-01-19T07:00:00.000Z`. Throws a RangeError on any other form. */
export function moment(given: string): Instant {
  const [, date, time] = LOCAL.exec(given) ?? [];
  if (date !== undefined && time !== undefined) return atLocalTime(localDate(date), time);
  if (given.endsWith('Z')) return instant(given);
  throw new RangeError(`"${given}" is not a time like 2024-01-19 14:00`);
}

/** `3 days`, `2 hours`, `30 minutes` in milliseconds. Throws a RangeError on any other form. */
export function duration(given: string): number {
  const [, number, unit = ''] = STEP.exec(given) ?? [];
  const length = LENGTHS[unit.replace(/s$/, '')];
  if (number === undefined || length === undefined) {
    throw new RangeError(`"${given}" is not a time like 3 days, 2 hours or 30 minutes`);
  }
  return Number(number) * length;
}

/** `19/01/2024 14:00`, as people in Vietnam write it. */
export function localMoment(at: Instant): string {
  const date = localDateOf(at);
  const [year, month, day] = date.split('-');
  return `${day}/${month}/${year} ${localTime(at)}`;
}

function localTime(at: Instant): string {
  const midnight = startOfDay(localDateOf(at));
  const minutes = Math.floor(millisecondsBetween(midnight, at) / MS_PER_MINUTE);
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}

/** The moment so much later. */
export function later(at: Instant, milliseconds: number): Instant {
  return addMilliseconds(at, milliseconds);
}
