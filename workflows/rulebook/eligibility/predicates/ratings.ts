import type { Finding, MissingEvidence, UsedEvidence } from '../answer.types';
import type { EvidenceRating, RatingEvidence } from '../evidence.types';
import { bySource, type Facts } from '../facts';
import {
  heldBefore,
  latestOf,
  latestPossibleOf,
  missingAnchor,
  missingAward,
  usedAward,
  usedSince,
} from '../held-awards';
import { RATING_ORDER } from '../orders';
import { optional, required } from '../parameters';
import { found, missingOf, NOTHING, predicate, usedOf, type Found } from '../predicate';
import { spanOf } from '../spans';
import { both } from '../three-valued';

const POLARITY = { rating: 'supporting' } as const;
const WITH_AWARDS = { rating: 'supporting', award: 'supporting' } as const;

const OR_HOLDING = optional('tier', {
  vi: ' (năm được tặng {orHolding} cũng được tính)',
  en: ' (a year with {orHolding} counts as well)',
});

/** The rating of the achievement's last year. */
export const ratedAtLeast = predicate({
  label: { vi: 'Năm xét được xếp loại từ {rating} trở lên', en: 'Rated {rating} or better for the year' },
  parameters: { rating: required('rating') },
  polarity: POLARITY,
  judge: ({ rating }) => {
    const isEnough = enough(rating);
    return (facts) => yearFound(facts, facts.year, isEnough);
  },
});

/** The last so many years, up to and with that of the achievement, each. */
export const consecutiveYearsRated = predicate({
  label: {
    vi: '{years} năm liên tục tính đến thời điểm đề nghị được xếp loại từ {rating} trở lên',
    en: 'Rated {rating} or better for {years} consecutive years up to the proposal',
  },
  parameters: {
    years: required('count'),
    rating: required('rating'),
    since: optional('tier', { vi: ', sau khi được tặng {since}', en: ', after {since}' }),
    orHolding: OR_HOLDING,
  },
  polarity: WITH_AWARDS,
  judge: ({ years, rating, since, orHolding }) => {
    const isEnough = enough(rating);
    return (facts) => {
      const first = facts.year - years + 1;
      const run = everyYear(facts, first, isEnough, orHolding);
      const finding = first < facts.countsFromYear ? 'notMet' : run.finding;
      if (since === undefined) return found(finding, run.used, run.missing);
      const anchor = heldBefore(facts, since, first);
      return found(
        both(finding, anchor.finding),
        usedSince(anchor.by, run.used),
        anchor.finding === 'notProven' ? [missingAward(since, { before: first }), ...run.missing] : run.missing,
      );
    };
  },
});

/** Every year since an award of a tier, however many there are: the latest award, after which there are the fewest. */
export const everyYearRatedSince = predicate({
  label: {
    vi: 'Mọi năm kể từ sau khi được tặng {tier} đều được xếp loại từ {rating} trở lên',
    en: 'Rated {rating} or better for every year since {tier}',
  },
  parameters: { tier: required('tier'), rating: required('rating') },
  polarity: WITH_AWARDS,
  judge: ({ tier, rating }) => {
    const isEnough = enough(rating);
    return (facts) => {
      const latest = latestOf(facts, tier);
      // A later award that nobody entered, or that is not sure to count, would leave fewer years.
      const lastPossible = latestPossibleOf(facts, tier);
      if (!latest && lastPossible === null) return found('notMet');
      const possible = everyYear(facts, Math.max((lastPossible ?? 0) + 1, facts.countsFromYear), isEnough);
      if (possible.finding === 'notMet') return found('notMet', possible.used);
      if (!latest) return found('notProven', possible.used, [missingAward(tier), ...possible.missing]);
      const run = everyYear(facts, Math.max(latest.to + 1, facts.countsFromYear), isEnough);
      const finding = run.finding === 'met' ? 'met' : 'notProven';
      return found(finding, [usedAward(latest.award), ...run.used], [missingAward(tier), ...run.missing]);
    };
  },
});

/** A number of years, not necessarily one after the other. */
export const yearsRated = predicate({
  label: {
    vi: 'Có ít nhất {years} năm được xếp loại từ {rating} trở lên',
    en: 'Rated {rating} or better for at least {years} years',
  },
  parameters: {
    years: required('count'),
    rating: required('rating'),
    within: optional('count', { vi: ' trong {within} năm gần nhất', en: ' of the last {within}' }),
    since: optional('tier', { vi: ', kể từ sau khi được tặng {since}', en: ', since {since}' }),
    orHolding: OR_HOLDING,
  },
  polarity: WITH_AWARDS,
  judge: ({ years, rating, within, since, orHolding }) => {
    const isEnough = enough(rating);
    return (facts) => {
      const span = spanOf(facts, { within, since });
      const sure = countedYears(facts, span.sureYear, isEnough, orHolding);
      const used = usedSince(span.anchor, sure.used);
      if (sure.met >= years) return found('met', used);
      const possible = countedYears(facts, span.possibleYear, isEnough, orHolding);
      const isPossible = possible.met + possible.missing.length >= years;
      const missing = missingAnchor(since, span, sure.missing.length === 0);
      return found(isPossible ? 'notProven' : 'notMet', used, [...missing, ...sure.missing]);
    };
  },
});

type IsEnough = (rating: EvidenceRating) => boolean;

function enough(rating: EvidenceRating): IsEnough {
  const least = RATING_ORDER.indexOf(rating);
  return (each) => RATING_ORDER.indexOf(each) >= least;
}

/** The rating of a year; the worst where the evidence contradicts itself. */
function ratingOf(facts: Facts, year: number): RatingEvidence | undefined {
  let worst: RatingEvidence | undefined;
  for (const each of facts.evidence.ratings) {
    if (each.year === year && (!worst || isWorse(each, worst))) worst = each;
  }
  return worst;
}

function isWorse(one: RatingEvidence, other: RatingEvidence): boolean {
  const apart = RATING_ORDER.indexOf(one.rating) - RATING_ORDER.indexOf(other.rating);
  return apart === 0 ? bySource(one, other) < 0 : apart < 0;
}

function yearFound(facts: Facts, year: number, isEnough: IsEnough, orHolding?: string): Found {
  const rating = ratingOf(facts, year);
  const used = rating ? [usedOf('rating', rating.source, { year, rating: rating.rating })] : NOTHING;
  if (rating && isEnough(rating.rating)) return found('met', used);
  if (orHolding === undefined) {
    return rating ? found('notMet', used) : found('notProven', used, [missingOf('rating', { year })]);
  }
  const held = facts.heldOf(orHolding);
  const by = held.find(({ from, to, isSure }) => isSure && from === year && to === year);
  if (by) return found('met', [...used, usedAward(by.award)]);
  const isPossible = held.some(({ from, to }) => from <= year && year <= to) || !facts.isCompleteFromYear(year);
  const missing = [...(rating ? NOTHING : [missingOf('rating', { year })]), missingAward(orHolding, { year })];
  return found(!rating || isPossible ? 'notProven' : 'notMet', used, missing);
}

function everyYear(facts: Facts, first: number, isEnough: IsEnough, orHolding?: string): Found {
  const used: UsedEvidence[] = [];
  const missing: MissingEvidence[] = [];
  let finding: Finding = 'met';
  for (let year = first; year <= facts.year; year += 1) {
    const each = yearFound(facts, year, isEnough, orHolding);
    finding = both(finding, each.finding);
    used.push(...each.used);
    missing.push(...each.missing);
  }
  return { finding, used, missing };
}

/** Farther back nobody looks for ratings one by one: a span without a bound begins here. */
const FARTHEST_YEARS = 60;

interface Counted {
  readonly met: number;
  readonly used: readonly UsedEvidence[];
  /** One for each year that is not proven. */
  readonly missing: readonly MissingEvidence[];
}

function countedYears(facts: Facts, first: number, isEnough: IsEnough, orHolding?: string): Counted {
  const used: UsedEvidence[] = [];
  const missing: MissingEvidence[] = [];
  let met = 0;
  for (let year = Math.max(first, facts.year - FARTHEST_YEARS); year <= facts.year; year += 1) {
    const each = yearFound(facts, year, isEnough, orHolding);
    if (each.finding === 'met') met += 1;
    if (each.finding === 'notProven') missing.push(missingOf('rating', { year }));
    used.push(...each.used);
  }
  return { met, used, missing };
}
