import { compareDecimals, decimal, type Decimal } from '../kernel';
import { isIn } from './points';
import type { Criterion, Entries, Entry, ScoringSheet } from './scoring.types';

/** What is wrong with an entry. */
export interface EntryFault {
  readonly kind: 'unknownCriterion' | 'negative' | 'overMax' | 'outsideBands' | 'notWhole' | 'noPlan';
  readonly code: string;
}

const NOTHING = decimal('0');

/** Everything that keeps these entries from being taken; entries that are missing are no fault. */
export function entryFaults({ criteria }: ScoringSheet, entries: Entries): readonly EntryFault[] {
  const known = new Map(criteria.map((criterion) => [criterion.code, criterion]));
  return [...entries].flatMap(([code, entry]): readonly EntryFault[] => {
    const kind = faultOf(known.get(code), entry);
    return kind ? [{ kind, code }] : [];
  });
}

/**
 * The criteria that are still without an entry. Bonuses and penalties need none, nor do those that cannot have one because
 * the unit has pledged no plan: otherwise one unit that pledged nothing would keep all of them from being ranked.
 */
export function missingEntries(
  { criteria }: ScoringSheet,
  entries: Entries,
  withoutPlan: ReadonlySet<string> = new Set(),
): readonly string[] {
  return criteria
    .filter(({ kind, code }) => (kind === 'score' || kind === 'gate') && !entries.has(code) && !withoutPlan.has(code))
    .map(({ code }) => code);
}

/** Whether a criterion compares with a plan and there is none: neither in the sheet, nor one above 0 that the unit pledged. */
export function isWithoutPlan({ kind, method, plan }: Criterion, pledged: Decimal | null): boolean {
  const goal = plan ?? pledged;
  const needsPlan = kind === 'gate' || method === 'share' || method === 'allOrNothing';
  return needsPlan && (goal === null || compareDecimals(goal, NOTHING) <= 0);
}

function faultOf(criterion: Criterion | undefined, { value, plan }: Entry): EntryFault['kind'] | undefined {
  if (!criterion || criterion.kind === 'group') return 'unknownCriterion';
  if (compareDecimals(value, NOTHING) < 0) return 'negative';
  const { method, maxPoints, bands } = criterion;
  if (isWithoutPlan(criterion, plan)) return 'noPlan';
  if (method === 'given' && maxPoints !== null && compareDecimals(value, maxPoints) > 0) return 'overMax';
  if (method === 'bands' && !bands.some((band) => isIn(value, band))) return 'outsideBands';
  if (method === 'count' && value.includes('.')) return 'notWhole';
  return undefined;
}
