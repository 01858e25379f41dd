import {
  compareDecimals,
  compareFractions,
  decimal,
  fraction,
  type Decimal,
  type Fraction,
  type FractionText,
} from '../kernel';
import { exact } from './exact';
import type { MeasureRule } from './measure';

/** What is wrong with a rule of a measure. */
export type MeasureFault =
  | 'noPlan'
  | 'valueUnreadable'
  | 'planNameRepeated'
  | 'upperEndMissing'
  | 'upperEndNotAbove'
  | 'upperEndWithoutMeaning'
  | 'changeMissing'
  | 'changeWithoutMeaning'
  | 'baselineNotPositive'
  | 'outOfMissing'
  | 'planBeyondOutOf'
  | 'weightNotPositive'
  | 'sumWithoutMeaning';

/** Everything that does not fit together in a rule; empty when it can be judged. */
export function measureFaults(rule: MeasureRule): readonly MeasureFault[] {
  const { direction, plans, baseline, change, outOf, weight, over } = rule;
  // Whoever sends a rule may send anything; the other questions are about values that can be read.
  if (!plans.every(({ value }) => isReadable(value))) return ['valueUnreadable'];
  const isChange = direction === 'riseBy' || direction === 'fallBy';
  const ends = plans.flatMap(({ value, upTo }) => (upTo === null ? [] : [{ from: exact(value), to: exact(upTo) }]));
  const faults: Readonly<Record<Exclude<MeasureFault, 'valueUnreadable'>, boolean>> = {
    noPlan: plans.length === 0,
    planNameRepeated: new Set(plans.map(({ name }) => name)).size < plans.length,
    upperEndMissing: direction === 'range' && ends.length < plans.length,
    upperEndNotAbove: ends.some(({ from, to }) => compareFractions(to, from) <= 0),
    upperEndWithoutMeaning: ends.length > 0 && !isChange && direction !== 'range',
    changeMissing: isChange && change === null,
    changeWithoutMeaning: !isChange && (change !== null || baseline !== null),
    // A share of nothing, or of a debt, is no rise that anybody could read.
    baselineNotPositive:
      isChange && change !== 'points' && baseline !== null && compareDecimals(baseline, decimal('0')) <= 0,
    outOfMissing: direction === 'kOfN' && outOf === null,
    planBeyondOutOf: outOf !== null && plans.some(({ value }) => isAbove(exact(value), outOf)),
    weightNotPositive: weight !== undefined && compareDecimals(weight, decimal('0')) <= 0,
    // Places do not add up, nor do changes of levels that are not known.
    sumWithoutMeaning: over === 'sum' && (direction === 'rank' || (isChange && baseline === null)),
  };
  return (Object.keys(faults) as (keyof typeof faults)[]).filter((fault) => faults[fault]);
}

function isReadable(value: Decimal | FractionText): boolean {
  try {
    exact(value);
    return true;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

function isAbove(value: Fraction, limit: number): boolean {
  return compareFractions(value, fraction(BigInt(limit), 1n)) > 0;
}
