import type { Instant } from '../../../workflows/kernel';
import { duration, later, moment } from './moment';
import { complain, optional, parsed, text, type Reading } from './shape';

/** When a step takes place, as the file says it: at a time, or so much later than the step before. */
export interface GivenTime {
  readonly line: number;
  readonly at: Instant | null;
  /** Milliseconds. */
  readonly advance: number | null;
}

/** The keys that every step may have. */
export const everyStep = {
  at: optional(parsed(moment), null),
  advance: optional(parsed(duration), null),
  note: optional(text, null),
};

/** A step without a time of its own takes place right after the one before. */
export function timeOf({ line, at, advance }: GivenTime, now: Instant, reading: Reading): Instant {
  if (at !== null && advance !== null) complain(reading, line, 'give "at" or "advance", not both');
  // What could not be read is undefined here; it was complained of, and time goes on without it.
  if (typeof advance === 'number') return later(now, advance);
  if (typeof at !== 'string') return now;
  if (at < now) complain(reading, line, 'is earlier than the step before');
  return at;
}
