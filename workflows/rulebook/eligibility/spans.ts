import { addDays, type LocalDate } from '../../kernel';
import type { Facts, Held } from './facts';
import { dayInYear } from './years';

/**
 * A time up to the end of the achievement in which things are counted, by where it begins. What begins surely is the part
 * of it that cannot be disputed; more may belong to it when an earlier award is possible.
 */
export interface Span {
  /** The first year that surely belongs to it; infinite when none does. */
  readonly sureYear: number;
  /** The first year that may belong to it; minus infinite without a bound, infinite when none may. */
  readonly possibleYear: number;
  readonly sureDay: LocalDate;
  readonly possibleDay: LocalDate;
  /** The award since which it is counted. */
  readonly anchor: Held | null;
}

/** How a condition bounds the time; without bounds it is the achievement period. */
export interface Bounds {
  /** The last so many years, the year of the achievement included. */
  readonly within?: number | undefined;
  /** After an award of this tier. */
  readonly since?: string | undefined;
}

const EARLIEST = '0000-01-01' as LocalDate;
const LATEST = '9999-12-31' as LocalDate;

/** The time that the bounds describe for a question; nothing before the end of a disciplinary measure counts. */
export function spanOf(facts: Facts, { within, since }: Bounds): Span {
  const { achievedFrom } = facts.question;
  if (within === undefined && since === undefined) return restarted(facts, fixed(facts.firstYear, achievedFrom));
  const year = within === undefined ? Number.NEGATIVE_INFINITY : facts.year - within + 1;
  const day = within === undefined ? EARLIEST : dayInYear(achievedFrom, year);
  if (since !== undefined) return restarted(facts, spanSince(facts, since, year, day));
  return restarted(facts, fixed(year, day));
}

/** All the time there was, as far as it counts. */
export function anyTime(facts: Facts): Span {
  return restarted(facts, fixed(Number.NEGATIVE_INFINITY, EARLIEST));
}

function fixed(year: number, day: LocalDate): Span {
  return { sureYear: year, possibleYear: year, sureDay: day, possibleDay: day, anchor: null };
}

/** Since the earliest award of the tier: a second one does not shorten the time that the first began. */
function spanSince(facts: Facts, tier: string, year: number, day: LocalDate): Span {
  const held = facts.heldOf(tier);
  const anchor = earliest(held.filter(({ isSure }) => isSure));
  const first = earliest(held);
  const isOpen = !facts.isComplete(null);
  return {
    sureYear: anchor ? Math.max(year, anchor.to + 1) : Number.POSITIVE_INFINITY,
    possibleYear: isOpen ? year : first ? Math.max(year, first.from + 1) : Number.POSITIVE_INFINITY,
    sureDay: anchor ? later(day, addDays(anchor.until, 1)) : LATEST,
    possibleDay: isOpen ? day : first ? later(day, addDays(first.until, 1)) : LATEST,
    anchor,
  };
}

function restarted(facts: Facts, span: Span): Span {
  const { restartedAfter, countsFromYear } = facts;
  if (restartedAfter === null) return span;
  const firstDay = addDays(restartedAfter, 1);
  return {
    sureYear: Math.max(span.sureYear, countsFromYear),
    possibleYear: Math.max(span.possibleYear, countsFromYear),
    sureDay: later(span.sureDay, firstDay),
    possibleDay: later(span.possibleDay, firstDay),
    anchor: span.anchor,
  };
}

function earliest(held: readonly Held[]): Held | null {
  return held.reduce<Held | null>((first, each) => (first && first.until <= each.until ? first : each), null);
}

function later(one: LocalDate, other: LocalDate): LocalDate {
  return one >= other ? one : other;
}
