import { addDays, type LocalDate } from './local-date';
import type { Citation } from './refusal';
import { addWorkingDays, type WorkingCalendar, type WorkingDayResult } from './working-days';

/** What a term is counted in. A rule that says only "days" means calendar days. */
export type TermUnit = 'calendarDays' | 'workingDays';

/** How long something may take, and how that is counted: all of it is for the rule to say. */
export interface Term {
  /** From 1. */
  readonly days: number;
  readonly unit: TermUnit;
  /** Whether the start is day 1; by the Civil Code 2015, article 147 (seen in quotation only), it is not; some plans count it. */
  readonly countsFirstDay: boolean;
  /** Whether a term that ends on a day off ends on the next working day (Civil Code 2015, article 148: seen in a report only). */
  readonly movesFromDayOff: boolean;
  /** Where it is from, so that whoever sees the day sees the rule. */
  readonly rule?: Citation;
}

/** A calendar whose data has a name, so that what was counted with other data is known. */
export interface VersionedCalendar extends WorkingCalendar {
  readonly version: string;
}

/** How a day was counted, kept so that it can be counted anew when the calendar changes. */
export interface CountedTerm {
  readonly from: LocalDate;
  /** The one that ends first decides. */
  readonly terms: readonly Term[];
  /** Version of the calendar; null when no day off was asked for. */
  readonly calendarVersion: string | null;
  /** True when a year was looked at whose days off are not all known: the day may still move. */
  readonly isProvisional: boolean;
}

/** The last day of something, and how it was counted. */
export interface TermEnd {
  readonly dueOn: LocalDate;
  readonly counted: CountedTerm;
}

/** Whether the end of a term depends on days off. */
export function needsCalendar({ unit, movesFromDayOff }: Term): boolean {
  return unit === 'workingDays' || movesFromDayOff;
}

/**
 * The last day of a term. A term in calendar days looks at no day off, unless its end moves from one.
 * Throws a RangeError when the days are no whole number from 1, or beyond the years of a local date.
 */
export function endOfTerm(from: LocalDate, term: Term, calendar: WorkingCalendar): WorkingDayResult {
  const { days, unit, countsFirstDay, movesFromDayOff } = term;
  if (!Number.isSafeInteger(days) || days < 1) throw new RangeError(`${days} is not the number of days of a term`);
  if (unit === 'workingDays') return addWorkingDays(from, days, calendar, { countFirstDay: countsFirstDay });
  const date = addDays(from, countsFirstDay ? days - 1 : days);
  return movesFromDayOff ? addWorkingDays(date, 0, calendar) : { date, provisional: false };
}

/**
 * The day on which the first of several terms ends; undefined without a term. It is provisional when any of them is:
 * another one may then turn out to end first. Throws as endOfTerm.
 */
export function firstEnd(from: LocalDate, terms: readonly Term[], calendar: VersionedCalendar): TermEnd | undefined {
  const ends = terms.map((term) => endOfTerm(from, term, calendar));
  const [first] = ends.map(({ date }) => date).sort();
  if (first === undefined) return undefined;
  const calendarVersion = terms.some(needsCalendar) ? calendar.version : null;
  const isProvisional = ends.some(({ provisional }) => provisional);
  return { dueOn: first, counted: { from, terms, calendarVersion, isProvisional } };
}
