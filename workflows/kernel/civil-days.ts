/** A calendar day as three numbers of the proleptic Gregorian calendar; month 1 is January. */
export interface CivilDay {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

// Years are counted from March in 400-year eras, so that the leap day is the last day of its year and of its era.
const DAYS_PER_ERA = 146_097;
const DAYS_FROM_ERA_ZERO_TO_1970 = 719_468;

/**
 * Whole days from 1970-01-01 to this day, negative before it. The day must be real; this function does not check.
 * Source: Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms", days_from_civil.
 */
export function daysFromCivil({ year, month, day }: CivilDay): number {
  const marchYear = month <= 2 ? year - 1 : year;
  const era = quotient(marchYear, 400);
  const yearOfEra = marchYear - era * 400;
  const monthFromMarch = month > 2 ? month - 3 : month + 9;
  const dayOfYear = quotient(153 * monthFromMarch + 2, 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + quotient(yearOfEra, 4) - quotient(yearOfEra, 100) + dayOfYear;
  return era * DAYS_PER_ERA + dayOfEra - DAYS_FROM_ERA_ZERO_TO_1970;
}

/** The calendar day that lies this many days after 1970-01-01. Source: civil_from_days of the same paper. */
export function civilFromDays(days: number): CivilDay {
  const shifted = days + DAYS_FROM_ERA_ZERO_TO_1970;
  const era = quotient(shifted, DAYS_PER_ERA);
  const dayOfEra = shifted - era * DAYS_PER_ERA;
  const leapFree = dayOfEra - quotient(dayOfEra, 1_460) + quotient(dayOfEra, 36_524) - quotient(dayOfEra, 146_096);
  const yearOfEra = quotient(leapFree, 365);
  const dayOfYear = dayOfEra - (365 * yearOfEra + quotient(yearOfEra, 4) - quotient(yearOfEra, 100));
  const monthFromMarch = quotient(5 * dayOfYear + 2, 153);
  const day = dayOfYear - quotient(153 * monthFromMarch + 2, 5) + 1;
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
  return { year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day };
}

/** Integer division towards minus infinity; exact, because the numerator is made a multiple of the divisor first. */
export function quotient(value: number, divisor: number): number {
  return (value - remainder(value, divisor)) / divisor;
}

/** What integer division towards minus infinity leaves: always from 0 to below the divisor. */
export function remainder(value: number, divisor: number): number {
  return ((value % divisor) + divisor) % divisor;
}
