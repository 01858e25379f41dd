import type { LocalDate } from '../kernel';
import { startOfClock, type ClockStart } from './clock';
import type { HistoryFacts, Rating } from './history.types';
import { consecutiveTitleYears, lastAwardOf, yearOfAward, yearsRatedAtLeast } from './years';

/** What a subject has of one tier. */
export interface TierSummary {
  readonly tier: string;
  readonly name: string;
  /** Awards of it, several of one year included. */
  readonly count: number;
  readonly lastDecidedOn: LocalDate;
  /** The year that the last one counts for, and how many years without a gap end with it. */
  readonly lastYear: number;
  readonly consecutiveYears: number;
  /** Where achievement time for what follows this tier begins. */
  readonly clock: ClockStart;
}

/** What rules ask of a history, counted. */
export interface HistorySummary {
  /** By code. Tiers that no rulebook knows are left out: no rule asks for them. */
  readonly tiers: readonly TierSummary[];
  /** The years rated at least so. */
  readonly yearsRated: Readonly<Record<Exclude<Rating, 'notCompleted'>, readonly number[]>>;
}

/** Counts what rules ask of a history. It judges nothing: which of it counts is for the rules of the day. */
export function summaryOf({ awards, ratings, disciplines }: HistoryFacts): HistorySummary {
  const tiers = [...new Set(awards.flatMap(({ tier }) => tier ?? []))].sort();
  return {
    tiers: tiers.flatMap((tier): TierSummary[] => {
      const last = lastAwardOf(awards, tier);
      if (!last) return [];
      const years = awards.filter((award) => award.tier === tier).map((award) => yearOfAward(award));
      const lastYear = Math.max(...years);
      return [
        {
          ...{ tier, name: last.name, count: years.length, lastDecidedOn: last.decidedOn, lastYear },
          consecutiveYears: consecutiveTitleYears(awards, tier, lastYear),
          clock: startOfClock(last, disciplines),
        },
      ];
    }),
    yearsRated: {
      completed: yearsRatedAtLeast(ratings, 'completed'),
      good: yearsRatedAtLeast(ratings, 'good'),
      excellent: yearsRatedAtLeast(ratings, 'excellent'),
    },
  };
}
