import type { LocalDate } from '../kernel';
import { RATINGS, type AwardFact, type Rating, type RatingFact } from './history.types';

/** The calendar year of a day. */
export function yearOfDay(day: LocalDate): number {
  return Number(day.slice(0, 4));
}

/** The calendar year that a rating counts for: a school year counts for the year in which it ends. */
export function yearOfRating({ period, year }: Pick<RatingFact, 'period' | 'year'>): number {
  return period === 'schoolYear' ? year + 1 : year;
}

/** The year that an award counts for: that of the achievement's last day, or of the decision where it names no period. */
export function yearOfAward({ achievedTo, decidedOn }: Pick<AwardFact, 'achievedTo' | 'decidedOn'>): number {
  return yearOfDay(achievedTo ?? decidedOn);
}

/** How many years without a gap end with this one; 0 when it is not among them. */
export function consecutiveYears(years: readonly number[], upTo: number): number {
  const all = new Set(years);
  let count = 0;
  while (all.has(upTo - count)) count += 1;
  return count;
}

/** How many years without a gap, the last of them `upTo`, brought an award of this tier: `won(CSTĐCS, 3, consecutive)`. */
export function consecutiveTitleYears(awards: readonly AwardFact[], tier: string, upTo: number): number {
  return consecutiveYears(
    awards.filter((award) => award.tier === tier).map((award) => yearOfAward(award)),
    upTo,
  );
}

/**
 * The years, in order, whose work was rated at least so. Where a year has two ratings, by the calendar and by the school
 * year, both must be.
 */
export function yearsRatedAtLeast(ratings: readonly RatingFact[], least: Rating): readonly number[] {
  const isEnough = new Map<number, boolean>();
  for (const fact of ratings) {
    const year = yearOfRating(fact);
    isEnough.set(year, (isEnough.get(year) ?? true) && RATINGS.indexOf(fact.rating) >= RATINGS.indexOf(least));
  }
  return [...isEnough]
    .filter(([, enough]) => enough)
    .map(([year]) => year)
    .sort((a, b) => a - b);
}

/** The latest award of a tier by the date of its decision; undefined when there is none. */
export function lastAwardOf(awards: readonly AwardFact[], tier: string): AwardFact | undefined {
  return latestOf(awards.filter((award) => award.tier === tier));
}

/** The award that was decided last; of two of one day the one with the later achievement. */
export function latestOf(awards: readonly AwardFact[]): AwardFact | undefined {
  return [...awards].sort(byDecision).at(-1);
}

function byDecision(a: AwardFact, b: AwardFact): number {
  const [first, second] = [a, b].map(({ decidedOn, achievedTo, id }) => `${decidedOn} ${achievedTo ?? ''} ${id}`);
  return (first ?? '') < (second ?? '') ? -1 : 1;
}
