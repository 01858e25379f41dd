import { countsOf, yearOn } from './stages';
import type { FamilyTally, Tally, TallyAxis, TallyFamily, TallyRow, TallySubjectKind } from './tally.types';

/**
 * Counts cases per year, tier and subject kind, stage by stage. This fold is the specification of every tally:
 * what SQL computes must equal it. A case without a year on the axis is not on it yet and does not count.
 * The answer does not depend on the order of the rows. Throws a RangeError when a sum of money exceeds 15 digits.
 */
export function foldTally(rows: readonly TallyRow[], axis: TallyAxis): Tally {
  const placed = rows.flatMap((row) => {
    const year = yearOn(axis, row);
    return year === null ? [] : [{ row, year }];
  });
  const family = (name: TallyFamily): FamilyTally => familyTally(placed.filter(({ row }) => row.family === name));
  return { axis, state: family('state'), party: family('party') };
}

interface PlacedRow {
  readonly row: TallyRow;
  readonly year: number;
}

interface Group {
  readonly year: number;
  readonly tier: string;
  readonly subjectKind: TallySubjectKind;
  readonly rows: TallyRow[];
}

function familyTally(placed: readonly PlacedRow[]): FamilyTally {
  const lines = grouped(placed, ({ tier }) => tier);
  const totals = grouped(placed, () => '');
  return {
    lines: lines.map(({ year, tier, subjectKind, rows }) => ({ year, tier, subjectKind, counts: countsOf(rows) })),
    totals: totals.map(({ year, subjectKind, rows }) => ({ year, subjectKind, counts: countsOf(rows) })),
  };
}

function grouped(placed: readonly PlacedRow[], tierOf: (row: TallyRow) => string): Group[] {
  const groups = new Map<string, Group>();
  for (const { row, year } of placed) {
    const tier = tierOf(row);
    const key = JSON.stringify([year, tier, row.subjectKind]);
    const group = groups.get(key) ?? { year, tier, subjectKind: row.subjectKind, rows: [] };
    group.rows.push(row);
    groups.set(key, group);
  }
  return [...groups.values()].sort(
    (a, b) => a.year - b.year || order(a.tier, b.tier) || order(a.subjectKind, b.subjectKind),
  );
}

// By code unit, as both databases sort these columns.
function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
