import { measureResult, type MeasureRule, type MeasureStatus } from '../../../workflows/indicator';
import { decimal } from '../../../workflows/kernel';

/** How a count must stand to a target: "at least 60", "over 60", "60". */
export const TARGET_DIRECTIONS = ['atLeast', 'moreThan', 'exactly'] as const;

export type TargetDirection = (typeof TARGET_DIRECTIONS)[number];

/** Judges a count of examples by the rule that judges all measures. */
export function targetStatus(direction: TargetDirection, value: number, count: number): MeasureStatus {
  const plan = { name: 'target', value: decimal(String(value)), upTo: null };
  const rule: MeasureRule = { unit: '', direction, plans: [plan], baseline: null, change: null, outOf: null };
  return measureResult(rule, decimal(String(count))).status;
}
