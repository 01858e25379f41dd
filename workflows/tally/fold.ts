import { addDong, dong } from '../kernel';
import {
  TALLY_STAGES,
  type FamilyTally,
  type Tally,
  type TallyAxis,
  type TallyCount,
  type TallyCounts,
  type TallyFamily,
  type TallyRow,
  type TallyStage,
  type TallySubjectKind,
} from './tally.types';

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

/** The stages at which a case counts. A revoked award counts as proposed, perhaps recommended, and revoked: nothing else of it stands. */
export function stagesOf(row: TallyRow): readonly TallyStage[] {
  const stands: Readonly<Record<TallyStage, boolean>> = {
    proposed: true,
    recommended: row.recommended,
    decided: row.decidedYear !== null && !row.revoked,
    presented: row.presentedYear !== null && !row.revoked,
    paid: row.paid && !row.revoked,
    revoked: row.revoked,
  };
  return TALLY_STAGES.filter((stage) => stands[stage]);
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

function yearOn(axis: TallyAxis, row: TallyRow): number | null {
  return { achievement: row.achievedYear, decision: row.decidedYear, presentation: row.presentedYear }[axis];
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

function countsOf(rows: readonly TallyRow[]): TallyCounts {
  const staged = rows.map((row) => ({ row, stages: stagesOf(row) }));
  const at = (stage: TallyStage): TallyCount =>
    countOf(staged.filter(({ stages }) => stages.includes(stage)).map(({ row }) => row));
  return Object.fromEntries(TALLY_STAGES.map((stage) => [stage, at(stage)])) as TallyCounts;
}

function countOf(rows: readonly TallyRow[]): TallyCount {
  return {
    awards: rows.length,
    heads: new Set(rows.map(({ subjectId }) => subjectId)).size,
    money: rows.reduce((total, { amount }) => addDong(total, amount), dong('0')),
  };
}
