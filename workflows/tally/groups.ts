import { countsOf, yearOn } from './stages';
import type {
  TallyBreakdown,
  TallyCounts,
  TallyDimension,
  TallyFamily,
  TallyFilter,
  TallyGroup,
  TallyGroups,
  TallyKey,
  TallyRow,
} from './tally.types';

/**
 * Counts cases by any dimensions and filter: the specification of every breakdown that SQL computes. Heads are distinct
 * within their group, so that they are no sum. Throws a RangeError when a sum of money exceeds 15 digits.
 */
export function foldGroups(rows: readonly TallyRow[], { axis, by, filter = {} }: TallyBreakdown): TallyGroups {
  const placed = rows.flatMap((row) => {
    const year = yearOn(axis, row);
    return year !== null && isAmong(filter, row, year) ? [{ row, keys: by.map((name) => keyOf(name, row, year)) }] : [];
  });
  const family = (name: TallyFamily): readonly TallyGroup[] =>
    sortedGroups(grouped(placed.filter(({ row }) => row.family === name)));
  return { state: family('state'), party: family('party') };
}

/** Groups in the order of their keys: what is not known comes first, then numbers and texts as they are. */
export function sortedGroups(groups: readonly TallyGroup[]): readonly TallyGroup[] {
  return [...groups].sort((a, b) => {
    const differing = a.keys.findIndex((key, index) => key !== b.keys[index]);
    return differing === -1 ? 0 : compareKeys(a.keys[differing] ?? null, b.keys[differing] ?? null);
  });
}

/** A group of these keys with nothing in it. */
export function emptyCounts(): TallyCounts {
  return countsOf([]);
}

interface PlacedRow {
  readonly row: TallyRow;
  readonly keys: readonly TallyKey[];
}

function grouped(placed: readonly PlacedRow[]): readonly TallyGroup[] {
  const groups = new Map<string, { readonly keys: readonly TallyKey[]; readonly rows: TallyRow[] }>();
  for (const { row, keys } of placed) {
    const name = JSON.stringify(keys);
    const group = groups.get(name) ?? { keys, rows: [] };
    group.rows.push(row);
    groups.set(name, group);
  }
  return [...groups.values()].map(({ keys, rows }) => ({ keys, counts: countsOf(rows) }));
}

function keyOf(dimension: TallyDimension, row: TallyRow, year: number): TallyKey {
  switch (dimension) {
    case 'year':
      return year;
    case 'unit':
      return row.unitId;
    case 'tier':
    case 'subjectKind':
    case 'gender':
    case 'directWorker':
    case 'leader':
      return row[dimension];
  }
}

function isAmong(filter: TallyFilter, row: TallyRow, year: number): boolean {
  const { unitPath, ...exact } = filter;
  const facts = { ...row, year };
  const isExact = (Object.keys(exact) as (keyof typeof exact)[]).every(
    (name) => exact[name] === undefined || facts[name] === exact[name],
  );
  return isExact && (unitPath === undefined || row.unitPath.startsWith(unitPath));
}

function compareKeys(a: TallyKey, b: TallyKey): number {
  if (a === null || b === null) return a === null ? -1 : 1;
  return a < b ? -1 : a > b ? 1 : 0;
}
