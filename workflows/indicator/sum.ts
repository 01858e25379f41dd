import { sumDecimals, type Decimal } from '../kernel';
import { betterSide, indicatorResult, measureResult, type MeasureRule, type MeasureStatus } from './measure';
import { percentResult, takesPercent } from './percent';

/** What one unit contributes to a measure over the sum of units. */
export interface Contribution {
  readonly value: Decimal;
  /** `percentOfPlan` where only the per cent of the plan is known. */
  readonly basis: 'percentOfPlan' | null;
  /** The plan that the claim is about; null where there is only one. */
  readonly planName: string | null;
}

/** How the sum over units stands to one plan. */
export interface SumAgainstPlan {
  readonly planName: string;
  readonly status: MeasureStatus;
  readonly percentOfPlan: string | null;
}

/** The result of a measure over the sum of units. */
export interface SumResult {
  readonly status: MeasureStatus;
  /** Null where nobody reported, or where a contribution is known in per cent alone, which cannot be added. */
  readonly sum: Decimal | null;
  /** By every plan of the measure. */
  readonly plans: readonly SumAgainstPlan[];
}

/**
 * Judges the sum of what units reported. Where units name different plans, all of these must be reached. While units are
 * missing, a sum can be enough already where more is better, but nothing is missed yet.
 */
export function sumResult(rule: MeasureRule, contributions: readonly Contribution[], unitCount: number): SumResult {
  const [only, ...others] = contributions;
  if (!only) return { status: 'notReported', sum: null, plans: againstAll(rule, () => 'notReported') };
  if (contributions.some(({ basis }) => basis !== null)) {
    const isAlone = others.length === 0 && unitCount === 1;
    return isAlone ? shareAlone(rule, only) : { status: 'notReported', sum: null, plans: againstAll(rule, unknown) };
  }
  const sum = sumDecimals(contributions.map(({ value }) => value));
  const isWhole = contributions.length >= unitCount;
  const plans = rule.plans.map(({ name }) => {
    const { status, percentOfPlan } = measureResult(rule, sum, name);
    return { planName: name, status: isWhole ? status : soFar(rule, status), percentOfPlan };
  });
  const claimed = new Set(contributions.map(({ planName }) => planName ?? rule.plans[0]?.name));
  const statuses = plans.filter(({ planName }) => claimed.has(planName)).map(({ status }) => status);
  return { status: statuses.length === 0 ? 'notReported' : indicatorResult(statuses), sum, plans };
}

/** A single unit, which knows its share of one plan and nothing of the others; of a plan that was amended away it says nothing. */
function shareAlone(rule: MeasureRule, { value, planName }: Contribution): SumResult {
  const plan = rule.plans.find(({ name }) => planName === null || name === planName);
  if (!plan || !takesPercent(rule)) return { status: 'notReported', sum: null, plans: againstAll(rule, unknown) };
  const { status } = percentResult(rule, value, plan);
  const plans = rule.plans.map(({ name }) =>
    name === plan.name
      ? { planName: name, status, percentOfPlan: value }
      : { planName: name, status: unknown(), percentOfPlan: null },
  );
  return { status, sum: null, plans };
}

function soFar(rule: MeasureRule, status: MeasureStatus): MeasureStatus {
  const canOnlyGrow = betterSide(rule.direction) === 'higherIsBetter' && rule.direction !== 'fallBy';
  return canOnlyGrow && status !== 'missed' ? status : 'notReported';
}

function againstAll(rule: MeasureRule, status: () => MeasureStatus): readonly SumAgainstPlan[] {
  return rule.plans.map(({ name }) => ({ planName: name, status: status(), percentOfPlan: null }));
}

function unknown(): MeasureStatus {
  return 'notReported';
}
