import { compareDecimals, compareFractions, decimal, multiplyFractions, type Decimal, type Fraction } from '../kernel';
import { exactOf, rounded, ZERO } from './exact';
import type { Band, Criterion, Entry } from './scoring.types';

const NOTHING = decimal('0');

/** Whether a value lies in a band. */
export function isIn(value: Decimal, { from, isFromIncluded, to, isToIncluded }: Band): boolean {
  const low = from === null ? 1 : compareDecimals(value, from);
  const high = to === null ? -1 : compareDecimals(value, to);
  return (low > 0 || (low === 0 && isFromIncluded)) && (high < 0 || (high === 0 && isToIncluded));
}

/** Whether the value reaches the plan: that of the sheet, else that of the entry. Never without a plan. */
export function reachesPlan({ plan }: Pick<Criterion, 'plan'>, entry: Entry | undefined): boolean {
  const goal = plan ?? entry?.plan ?? null;
  return entry !== undefined && goal !== null && compareDecimals(entry.value, goal) >= 0;
}

/** The points of a criterion, 0 to its most, before its weight; 0 without an entry. Exact but for the rounding it declares. */
export function pointsOf(criterion: Criterion, entry: Entry | undefined): Fraction {
  if (!entry) return ZERO;
  const most = exactOf(criterion.maxPoints ?? NOTHING);
  const points = between(unlimited(criterion, entry, most), most);
  return criterion.roundTo === null ? points : between(rounded(points, criterion.roundTo), most);
}

function unlimited(criterion: Criterion, entry: Entry, most: Fraction): Fraction {
  const { method, bands, pointsEach } = criterion;
  if (method === 'given') return exactOf(entry.value);
  if (method === 'share') return multiplyFractions(most, shareOf(criterion, entry));
  if (method === 'allOrNothing') return reachesPlan(criterion, entry) ? most : ZERO;
  if (method === 'count')
    return multiplyFractions(exactOf(entry.value), pointsEach === null ? ZERO : exactOf(pointsEach));
  const band = bands.find((each) => isIn(entry.value, each));
  return band ? exactOf(band.points) : ZERO;
}

/** Value by plan. A plan of nothing is no plan: sheets and pledges with one bring no points. */
function shareOf({ plan }: Criterion, entry: Entry): Fraction {
  const goal = plan ?? entry.plan;
  if (goal === null || compareDecimals(goal, NOTHING) <= 0) return ZERO;
  const [value, whole] = [exactOf(entry.value), exactOf(goal)];
  return multiplyFractions(value, { numerator: whole.denominator, denominator: whole.numerator });
}

function between(points: Fraction, most: Fraction): Fraction {
  if (compareFractions(points, ZERO) < 0) return ZERO;
  return compareFractions(points, most) > 0 ? most : points;
}
