import type { MeasureRule } from '../../workflows/indicator';
import type { MeasureRequest } from './dto/plan-parts.request';

/** The rule of a measure as the core judges by it: what a request leaves out is null. */
export function measureRuleOf(measure: MeasureRequest): MeasureRule {
  const { unit, direction, plans, baseline = null, change = null, outOf = null } = measure;
  return {
    unit,
    direction,
    plans: plans.map(({ name, value, upTo = null }) => ({ name, value, upTo })),
    baseline,
    change,
    outOf,
  };
}
