import { addDays, daysBetween, lastDayOfMonth, type LocalDate } from '../kernel';

/** How often something is published: by a day, or so many a day or a month. */
export const CADENCES = ['once', 'perDay', 'perMonth'] as const;

export type Cadence = (typeof CADENCES)[number];

/** When a piece of publicity is due. */
export interface PieceTerm {
  readonly cadence: Cadence;
  /** First day of what is counted by day or month; null for `once`. */
  readonly startsOn: LocalDate | null;
  /** Last day. */
  readonly dueOn: LocalDate;
}

/** Days that a report is about, both included. */
export interface Span {
  readonly from: LocalDate;
  readonly to: LocalDate;
}

export type TermFault = 'startMissing' | 'startWithoutMeaning' | 'endsBeforeStart' | 'tooLong' | 'notWholeMonths';

export type SpanFault = 'spanMissing' | 'spanWithoutMeaning' | 'outsideTerm' | 'notWholeMonths' | 'overlaps';

/** The longest campaigns last ten years or so. */
const MOST_DAYS = 4_000;

/** What does not fit together in a term; empty when it can be planned. */
export function termFaults({ cadence, startsOn, dueOn }: PieceTerm): readonly TermFault[] {
  if (startsOn === null) return cadence === 'once' ? [] : ['startMissing'];
  if (cadence === 'once') return ['startWithoutMeaning'];
  if (dueOn < startsOn) return ['endsBeforeStart'];
  if (daysBetween(startsOn, dueOn) > MOST_DAYS) return ['tooLong'];
  return cadence === 'perMonth' && !isWholeMonths({ from: startsOn, to: dueOn }) ? ['notWholeMonths'] : [];
}

/** What is wrong with the days of a report beside those that stand; empty when it can be taken. */
export function spanFaults(
  { cadence, startsOn, dueOn }: PieceTerm,
  { from, to }: { readonly from: LocalDate | null; readonly to: LocalDate },
  others: readonly Span[],
): readonly SpanFault[] {
  if (cadence === 'once') {
    if (from !== null) return ['spanWithoutMeaning'];
    return others.some((other) => other.to === to) ? ['overlaps'] : [];
  }
  if (from === null) return ['spanMissing'];
  if (startsOn === null || from < startsOn || to > dueOn || to < from) return ['outsideTerm'];
  if (cadence === 'perMonth' && !isWholeMonths({ from, to })) return ['notWholeMonths'];
  return others.some((other) => other.from <= to && from <= other.to) ? ['overlaps'] : [];
}

/** How many days or months a report is about; 1 for what is published once. */
export function periodsIn(cadence: Cadence, { from, to }: Span): number {
  if (cadence === 'once') return 1;
  if (cadence === 'perDay') return daysBetween(from, to) + 1;
  const [first, last] = [from, to].map((day) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)));
  return (last ?? 0) - (first ?? 0) + 1;
}

/**
 * The days by which a report is still owed: the one due day of what is published once, until there is a report; else the
 * end of every calendar month of the term whose days are not all reported. Figures by day are reported by the month as
 * well: nobody is reminded of them every day.
 */
export function owedDays(term: PieceTerm, reported: readonly Span[]): readonly LocalDate[] {
  if (term.cadence === 'once') return reported.length === 0 ? [term.dueOn] : [];
  const inOrder = [...reported].sort((a, b) => (a.from < b.from ? -1 : 1));
  return monthsOf(term)
    .filter((month) => !isCovered(month, inOrder))
    .map(({ to }) => to);
}

function monthsOf({ startsOn, dueOn }: PieceTerm): readonly Span[] {
  const months: Span[] = [];
  for (let from = startsOn; from !== null && from <= dueOn;) {
    const end = lastDayOfMonth(from.slice(0, 7));
    const to = end < dueOn ? end : dueOn;
    months.push({ from, to });
    from = addDays(to, 1);
  }
  return months;
}

function isCovered({ from, to }: Span, inOrder: readonly Span[]): boolean {
  let next = from;
  for (const span of inOrder) {
    if (span.from <= next && next <= span.to) next = addDays(span.to, 1);
  }
  return next > to;
}

function isWholeMonths({ from, to }: Span): boolean {
  return from.endsWith('-01') && lastDayOfMonth(to.slice(0, 7)) === to;
}
