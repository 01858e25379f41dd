import { compareDecimals, compareFractions, decimal, divideDecimals, multiplyFractions, type Decimal } from '../kernel';
import { exact } from './exact';
import type { MeasureDirection, MeasurePlan, MeasureResult, MeasureRule, MeasureStatus } from './measure';

type Order = -1 | 0 | 1;

/**
 * Results that are known only in per cent of a plan ("115% of the city's plan"), r the share and 1 the plan itself:
 *
 * | direction | reached | exceeded |
 * |---|---|---|
 * | atLeast  | r ≥ 1 | r > 1 |
 * | moreThan | r > 1 | never |
 * | exactly  | r = 1 | never |
 * | maintain | r ≥ 1 | never |
 *
 * Elsewhere a share of the plan says nothing, or not what it seems to: of k of n nobody knows whether k or n is meant.
 */
const BY_SHARE: Readonly<Partial<Record<MeasureDirection, (order: Order) => MeasureStatus>>> = {
  atLeast: (order) => (order < 0 ? 'missed' : order > 0 ? 'exceeded' : 'reached'),
  moreThan: (order) => (order > 0 ? 'reached' : 'missed'),
  exactly: (order) => (order === 0 ? 'reached' : 'missed'),
  maintain: (order) => (order < 0 ? 'missed' : 'reached'),
};

const HUNDRED = decimal('100');
const NOTHING = decimal('0');

/** Whether a result of this measure can be given in per cent of its plans alone, without the value. */
export function takesPercent({ direction, plans }: MeasureRule): boolean {
  return (
    BY_SHARE[direction] !== undefined &&
    plans.every(({ value }) => !value.includes('/') && compareDecimals(value as Decimal, NOTHING) > 0)
  );
}

/**
 * Judges a share of the plan, exactly, against the plan itself, or against what was promised instead of it.
 * Throws a RangeError where `takesPercent` says no.
 */
export function percentResult(
  rule: MeasureRule,
  percent: Decimal,
  plan: MeasurePlan,
  promised: Decimal = plan.value as Decimal,
): MeasureResult {
  const judge = BY_SHARE[rule.direction];
  if (!judge || !takesPercent(rule)) throw new RangeError(`A percentage says nothing of "${rule.direction}"`);
  const share = divideDecimals(percent, HUNDRED);
  const status = judge(compareFractions(multiplyFractions(share, exact(plan.value)), exact(promised)));
  return { status, percentOfPlan: percent };
}
