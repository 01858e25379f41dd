import { compareDecimals, decimal } from '../kernel';
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

/** The criteria that are still without an entry. Bonuses and penalties need none. */
export function missingEntries({ criteria }: ScoringSheet, entries: Entries): readonly string[] {
  return criteria
    .filter(({ kind, code }) => (kind === 'score' || kind === 'gate') && !entries.has(code))
    .map(({ code }) => code);
}

function faultOf(criterion: Criterion | undefined, { value, plan }: Entry): EntryFault['kind'] | undefined {
  if (!criterion || criterion.kind === 'group') return 'unknownCriterion';
  if (compareDecimals(value, NOTHING) < 0) return 'negative';
  const { kind, method, maxPoints, bands } = criterion;
  const needsPlan = kind === 'gate' || method === 'share' || method === 'allOrNothing';
  const goal = criterion.plan ?? plan;
  if (needsPlan && (goal === null || compareDecimals(goal, NOTHING) <= 0)) return 'noPlan';
  if (method === 'given' && maxPoints !== null && compareDecimals(value, maxPoints) > 0) return 'overMax';
  if (method === 'bands' && !bands.some((band) => isIn(value, band))) return 'outsideBands';
  if (method === 'count' && value.includes('.')) return 'notWhole';
  return undefined;
}
