import { addDong, dong } from '../kernel';
import {
  TALLY_STAGES,
  type TallyAxis,
  type TallyCount,
  type TallyCounts,
  type TallyRow,
  type TallyStage,
} from './tally.types';

/**
 * The stages at which a case counts. Of a revoked award its way counts, as far as it came, and that it is revoked:
 * nothing else of it stands.
 */
export function stagesOf(row: TallyRow): readonly TallyStage[] {
  const isDecided = row.decidedYear !== null && !row.revoked;
  const stands: Readonly<Record<TallyStage, boolean>> = {
    proposed: true,
    eligible: row.eligible,
    inReview: row.inReview,
    recommended: row.recommended,
    sentUp: row.sentUp,
    decided: isDecided,
    grantedAbove: row.grantedAbove && isDecided,
    presented: row.presentedYear !== null && !row.revoked,
    paid: row.paid && !row.revoked,
    revoked: row.revoked,
  };
  return TALLY_STAGES.filter((stage) => stands[stage]);
}

/** The year of a case on an axis; null while it is not on it. */
export function yearOn(axis: TallyAxis, row: TallyRow): number | null {
  return { achievement: row.achievedYear, decision: row.decidedYear, presentation: row.presentedYear }[axis];
}

/** Counts cases stage by stage. Throws a RangeError when a sum of money exceeds 15 digits. */
export function countsOf(rows: readonly TallyRow[]): TallyCounts {
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
