import type { Instant } from '../../workflows/kernel';

/** Years as the demonstration writes them, alone or at the start of a date. */
const YEAR = /\b20\d{2}\b/g;

/**
 * The text with all its years moved by the same number, so that the last moment told in it lies in the twelve months
 * before now: days and months stay, and so do month ends, since the demonstration has no 29 February.
 */
export function moveYears(text: string, last: Instant, now: Instant): string {
  const isLaterInItsYear = last.slice(4) > now.slice(4);
  const years = yearOf(now) - yearOf(last) - (isLaterInItsYear ? 1 : 0);
  return text.replace(YEAR, (year) => String(Number(year) + years));
}

function yearOf(at: Instant): number {
  return Number(at.slice(0, 4));
}
