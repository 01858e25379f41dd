import { foldTally, type TallyRow } from '../../workflows/tally';
import { TALLY_AXES } from './case-stages';
import type { CountChange } from './counters.repository';
import { countsOfTally, type StageCount } from './tally-of-counts';

/**
 * What changes in the numbers when these rows take the place of those. Both must be all the rows of their subjects, since
 * a head counts once however many awards it has: then the difference of the two folds is exact, and the rest of the
 * campaign need not be looked at.
 */
export function countChanges(before: readonly TallyRow[], after: readonly TallyRow[]): readonly CountChange[] {
  const changes = new Map<string, CountChange>();
  const add = (count: StageCount, sign: 1 | -1): void => {
    const { axis, year, tier, family, subjectKind, stage } = count;
    const name = JSON.stringify([axis, year, tier, family, subjectKind, stage]);
    const { awards = 0, heads = 0, money = 0n } = changes.get(name) ?? {};
    changes.set(name, {
      ...count,
      awards: awards + sign * count.awards,
      heads: heads + sign * count.heads,
      money: money + BigInt(sign) * BigInt(count.money),
    });
  };
  for (const count of allCounts(after)) add(count, 1);
  for (const count of allCounts(before)) add(count, -1);
  return [...changes.values()].filter(({ awards, heads, money }) => awards !== 0 || heads !== 0 || money !== 0n);
}

function allCounts(rows: readonly TallyRow[]): readonly StageCount[] {
  return TALLY_AXES.flatMap((axis) => countsOfTally(foldTally(rows, axis)));
}
