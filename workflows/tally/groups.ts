import { clustersOf, type ClusterMembership } from './clusters';
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
 * within their group, so that they are no sum; no more are awards by cluster, where a unit competes in two. Throws a RangeError when a sum of money exceeds 15 digits.
 */
export function foldGroups(
  rows: readonly TallyRow[],
  { axis, by, filter = {} }: TallyBreakdown,
  memberships: readonly ClusterMembership[] = [],
): TallyGroups {
  const asksClusters = by.includes('cluster') || filter.clusterId !== undefined;
  const placed = rows.flatMap((row) => {
    const year = yearOn(axis, row);
    if (year === null) return [];
    const clusterIds = asksClusters ? clustersOf(memberships, row.unitId, year) : [];
    return (clusterIds.length > 0 ? clusterIds : [null])
      .map((clusterId) => ({ ...row, year, clusterId }))
      .filter((fact) => isAmong(filter, fact))
      .map((fact) => ({ row, keys: by.map((name) => keyOf(name, fact)) }));
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

/** A case with what the year on the axis adds to it. */
interface Fact extends TallyRow {
  readonly year: number;
  readonly clusterId: string | null;
}

function keyOf(dimension: TallyDimension, fact: Fact): TallyKey {
  if (dimension === 'unit') return fact.unitId;
  if (dimension === 'cluster') return fact.clusterId;
  return fact[dimension];
}

function isAmong(filter: TallyFilter, fact: Fact): boolean {
  const { unitPath, ...exact } = filter;
  const isExact = (Object.keys(exact) as (keyof typeof exact)[]).every(
    (name) => exact[name] === undefined || fact[name] === exact[name],
  );
  return isExact && (unitPath === undefined || fact.unitPath.startsWith(unitPath));
}

function compareKeys(a: TallyKey, b: TallyKey): number {
  if (a === null || b === null) return a === null ? -1 : 1;
  return a < b ? -1 : a > b ? 1 : 0;
}
