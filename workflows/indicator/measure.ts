import { exact } from './exact';
import {
  compareDecimals,
  compareFractions,
  decimal,
  fraction,
  multiplyFractions,
  percentOf,
  type Decimal,
  type Fraction,
  type FractionText,
  type LocalDate,
} from '../kernel';

/** How a result must stand to its plan. There is no default: where a plan prints none, its secretary chooses one. */
export type MeasureDirection =
  | 'atLeast'
  | 'moreThan'
  | 'atMost'
  | 'lessThan'
  | 'exactly'
  | 'maintain'
  | 'riseBy'
  | 'fallBy'
  | 'range'
  | 'kOfN'
  | 'rank';

/** What `riseBy` and `fallBy` are written in: per cent of the baseline, units of the measure, or an exact share such as 1/3. */
export type MeasureChange = 'percent' | 'points' | 'share';

/** What somebody asks of a measure: "city plan", "council plan". */
export interface MeasurePlan {
  readonly name: string;
  readonly value: Decimal | FractionText;
  /** The upper end of `range`, `riseBy` and `fallBy` ("80-85%", "1-2%"); null elsewhere. Only beyond it is the plan exceeded. */
  readonly upTo: Decimal | null;
}

/** The rule of one measure; survives JSON. `measureFaults` tells whether its parts fit together. */
export interface MeasureRule {
  /** As it is printed: `tỷ đồng`, `%`, `phường`. */
  readonly unit: string;
  readonly direction: MeasureDirection;
  /** At least one; several when different authorities planned the same thing differently. Names are unique. */
  readonly plans: readonly MeasurePlan[];
  /**
   * The level that `riseBy` and `fallBy` start from. Null: the reported value is the change itself, so that a result
   * known only in per cent can be judged. Null for every other direction.
   */
  readonly baseline: Decimal | null;
  /** Only for `riseBy` and `fallBy`. */
  readonly change: MeasureChange | null;
  /** The n of `kOfN`, the number of places of `rank` if it is known; null elsewhere. */
  readonly outOf: number | null;
  /** The day whose values count; absent: the last day of the period. */
  readonly asOf?: LocalDate;
  /** How much it counts among the measures, above 0; absent where nothing is weighed. */
  readonly weight?: Decimal;
  /** Each unit for itself, or all units together by the sum of their values; absent: each unit. */
  readonly over?: MeasureScope;
}

/** Whether a plan is for every unit, or for the sum over them. */
export type MeasureScope = 'unit' | 'sum';

export type MeasureStatus = 'exceeded' | 'reached' | 'missed' | 'notReported';

export interface MeasureResult {
  readonly status: MeasureStatus;
  /** For reading only, rounded half up to two digits, `132.6`: it is the status that decides. Null where a percentage would make no sense or mislead. */
  readonly percentOfPlan: string | null;
}

/** Which values are the better ones; `none` where only one value will do. */
export type BetterSide = 'higherIsBetter' | 'lowerIsBetter' | 'none';

interface DirectionRow {
  readonly better: BetterSide;
  /** Whether the plan's own value is enough. */
  readonly boundary: 'enough' | 'notEnough';
  /** Whether a better value than asked counts as exceeded: where the plan is open ("over 100") or a level to be kept, it does not. */
  readonly canExceed: boolean;
  /** Whether value ÷ plan is shown. Not where less is better (50% would read as a failure), for changes, ranges and places. */
  readonly hasPercent: boolean;
}

/**
 * Reached, exceeded and percentage per direction, v the reported value and p the plan:
 *
 * | direction | reached | exceeded | percentage |
 * |---|---|---|---|
 * | atLeast  | v ≥ p | v > p | v ÷ p |
 * | moreThan | v > p | never | v ÷ p |
 * | atMost   | v ≤ p | v < p | none |
 * | lessThan | v < p | never | none |
 * | exactly  | v = p | never | v ÷ p |
 * | maintain | v ≥ p (to keep a figure low, use atMost) | never | v ÷ p |
 * | riseBy   | v ≥ baseline + p | v above the upper end | none |
 * | fallBy   | v ≤ baseline - p | v below the lower end | none |
 * | range    | v ≥ lower end | v > upper end | none |
 * | kOfN     | v ≥ k | v > k | v ÷ k |
 * | rank     | place ≤ p | place < p | none |
 */
const DIRECTIONS: Readonly<Record<MeasureDirection, DirectionRow>> = {
  atLeast: { better: 'higherIsBetter', boundary: 'enough', canExceed: true, hasPercent: true },
  moreThan: { better: 'higherIsBetter', boundary: 'notEnough', canExceed: false, hasPercent: true },
  atMost: { better: 'lowerIsBetter', boundary: 'enough', canExceed: true, hasPercent: false },
  lessThan: { better: 'lowerIsBetter', boundary: 'notEnough', canExceed: false, hasPercent: false },
  exactly: { better: 'none', boundary: 'enough', canExceed: false, hasPercent: true },
  maintain: { better: 'higherIsBetter', boundary: 'enough', canExceed: false, hasPercent: true },
  riseBy: { better: 'higherIsBetter', boundary: 'enough', canExceed: true, hasPercent: false },
  fallBy: { better: 'higherIsBetter', boundary: 'enough', canExceed: true, hasPercent: false },
  range: { better: 'higherIsBetter', boundary: 'enough', canExceed: true, hasPercent: false },
  kOfN: { better: 'higherIsBetter', boundary: 'enough', canExceed: true, hasPercent: true },
  rank: { better: 'lowerIsBetter', boundary: 'enough', canExceed: true, hasPercent: false },
};

const ONE = decimal('1');
const PERCENT_DIGITS = 2;

/**
 * Judges a reported value, exactly, against the plan of that name; null is a value that nobody reported.
 * Throws a RangeError when there is no such plan, or several and none is named: a claim must say which it means.
 */
export function measureResult(rule: MeasureRule, reported: Decimal | null, planName?: string): MeasureResult {
  const plan = planOf(rule, planName);
  if (reported === null) return { status: 'notReported', percentOfPlan: null };
  return { status: statusOf(rule, plan, reported), percentOfPlan: percentage(rule, plan, reported) };
}

/**
 * The result of an indicator from those of its measures: reached when all are, exceeded only when all are exceeded,
 * since the claim "exceeded" covers the whole of it. Throws a RangeError without a measure.
 */
export function indicatorResult(measures: readonly MeasureStatus[]): MeasureStatus {
  if (measures.length === 0) throw new RangeError('An indicator has at least one measure');
  if (measures.includes('missed')) return 'missed';
  if (measures.includes('notReported')) return 'notReported';
  return measures.every((status) => status === 'exceeded') ? 'exceeded' : 'reached';
}

/** On which side of an assigned value a pledge falls short of it; of a change it is the change that is pledged. */
export function betterSide(direction: MeasureDirection): BetterSide {
  return DIRECTIONS[direction].better;
}

/**
 * Whether value ÷ plan says how much of the plan was done: more is better, and a change is known as such, not as the level
 * after it.
 */
export function shareCounts({ direction, baseline }: Pick<MeasureRule, 'direction' | 'baseline'>): boolean {
  return DIRECTIONS[direction].better === 'higherIsBetter' && baseline === null;
}

/** Whether the plan is reached by every value from itself on. */
export function planIsEnough(rule: Pick<MeasureRule, 'direction' | 'baseline'>): boolean {
  return shareCounts(rule) && DIRECTIONS[rule.direction].boundary === 'enough';
}

/** Whether the value can be reported at all: k is a whole number from 0 to n, a place one from 1 to their number. */
export function canBeReported({ direction, outOf }: MeasureRule, value: Decimal): boolean {
  if (direction !== 'kOfN' && direction !== 'rank') return true;
  const isWhole = !value.includes('.');
  const first = direction === 'rank' ? ONE : decimal('0');
  const isInside = outOf === null || compareDecimals(value, decimal(String(outOf))) <= 0;
  return isWhole && isInside && compareDecimals(value, first) >= 0;
}

function planOf({ plans }: MeasureRule, name: string | undefined): MeasurePlan {
  const found = plans.filter((plan) => name === undefined || plan.name === name);
  const [plan] = found;
  if (plan && found.length === 1) return plan;
  const names = plans.map((each) => `"${each.name}"`).join(', ');
  throw new RangeError(name === undefined ? `Say which plan is meant: ${names}` : `"${name}" is none of ${names}`);
}

function statusOf(rule: MeasureRule, plan: MeasurePlan, reported: Decimal): MeasureStatus {
  const { boundary, canExceed } = DIRECTIONS[rule.direction];
  const value = exact(reported);
  const towards = advantage(rule, value, levelOf(rule, plan.value));
  const isReached = boundary === 'enough' ? towards >= 0 : towards > 0;
  if (!isReached) return 'missed';
  return canExceed && advantage(rule, value, levelOf(rule, plan.upTo ?? plan.value)) > 0 ? 'exceeded' : 'reached';
}

/** Above 0 when the value is better than the level, below 0 when it is worse. */
function advantage(rule: MeasureRule, value: Fraction, level: Fraction): number {
  const order = compareFractions(value, level);
  // With a baseline the reported value is a level, and a fall is reached from above.
  if (rule.direction === 'fallBy' && rule.baseline !== null) return -order;
  const { better } = DIRECTIONS[rule.direction];
  return better === 'none' ? -Math.abs(order) : better === 'higherIsBetter' ? order : -order;
}

/** What the reported value is compared with: the plan itself, or for a change the baseline moved by it. */
function levelOf({ direction, baseline, change }: MeasureRule, planned: Decimal | FractionText): Fraction {
  const by = exact(planned);
  if (baseline === null || (direction !== 'riseBy' && direction !== 'fallBy')) return by;
  const sign = direction === 'riseBy' ? 1n : -1n;
  const start = exact(baseline);
  if (change === 'points') return plus(start, by, sign);
  const share = change === 'percent' ? fraction(by.numerator, by.denominator * 100n) : by;
  return multiplyFractions(start, plus(fraction(1n, 1n), share, sign));
}

function percentage(rule: MeasureRule, { value }: MeasurePlan, reported: Decimal): string | null {
  if (!DIRECTIONS[rule.direction].hasPercent || value.includes('/')) return null;
  const plan = decimal(value);
  if (compareDecimals(plan, decimal('0')) <= 0) return null;
  return percentOf(reported, plan, PERCENT_DIGITS) ?? null;
}

function plus(a: Fraction, b: Fraction, sign: bigint): Fraction {
  return fraction(a.numerator * b.denominator + sign * b.numerator * a.denominator, a.denominator * b.denominator);
}
