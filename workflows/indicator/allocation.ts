import { compareDecimals, subtractDecimals, sumDecimals, type Decimal } from '../kernel';
import type { MeasureRule } from './measure';

/** What was assigned to the units together, beside what a plan asks for. */
export interface AllocationSum {
  readonly planName: string;
  readonly planned: Decimal;
  readonly allocated: Decimal;
  /** Allocated less planned. */
  readonly difference: Decimal;
  readonly addsUp: boolean;
}

/**
 * Whether the values assigned to units add up to each plan of a measure over the sum of units. A difference is shown
 * with both numbers and refuses nothing: plans are issued so. Empty where a sum means nothing, and where nothing was
 * assigned.
 */
export function allocationSums({ over, plans }: MeasureRule, values: readonly Decimal[]): readonly AllocationSum[] {
  if (over !== 'sum' || values.length === 0) return [];
  const allocated = sumDecimals(values);
  return plans
    .filter(({ value }) => !value.includes('/'))
    .map(({ name, value }) => {
      const planned = value as Decimal;
      const difference = subtractDecimals(allocated, planned);
      return { planName: name, planned, allocated, difference, addsUp: compareDecimals(allocated, planned) === 0 };
    });
}
