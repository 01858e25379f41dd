import {
  canBeReported,
  measureResult,
  percentResult,
  takesPercent,
  type MeasureResult,
  type MeasureRule,
  type MeasureStatus,
} from '../../../workflows/indicator';
import type { Decimal, Refusal } from '../../../workflows/kernel';
import { measureRefusals, PLEDGE_REFUSALS } from '../pledges.errors';

/** A value of a report before it is judged. */
export interface ProgressClaim {
  readonly measureCode: string;
  /** The plan that the claim is about; null where the measure has only one. */
  readonly planName: string | null;
  readonly reported: Decimal;
  /** Null until the report is verified. */
  readonly verified: Decimal | null;
  /** `percentOfPlan` where only the per cent of the plan is known. */
  readonly basis: 'percentOfPlan' | null;
}

/** A value of a report with the core's judgement of it. */
export interface JudgedClaim extends ProgressClaim {
  readonly status: MeasureStatus;
  readonly percent: string | null;
}

/** The rules of the measures of a plan by code. */
export type MeasureRules = ReadonlyMap<string, MeasureRule>;

/** The plan that a command is judged by. */
export interface JudgingPlan {
  readonly planRevision: number;
  /** Read only when there is something to judge. */
  readonly rules: () => Promise<MeasureRules>;
}

/** Why values cannot be judged; empty when they can. Measures that the plan does not have are the machine's to refuse. */
export function claimFaults(rules: MeasureRules, claims: readonly ProgressClaim[]): readonly Refusal[] {
  const codesWhere = (isWrong: (rule: MeasureRule, claim: ProgressClaim) => boolean): readonly string[] =>
    claims.flatMap((claim) => {
      const rule = rules.get(claim.measureCode);
      return rule && isWrong(rule, claim) ? [claim.measureCode] : [];
    });
  return [
    ...measureRefusals(
      PLEDGE_REFUSALS.impossibleValue,
      codesWhere((rule, claim) => claim.basis === null && !canBeReported(rule, claim.verified ?? claim.reported)),
    ),
    ...measureRefusals(
      PLEDGE_REFUSALS.percentSaysNothing,
      codesWhere((rule, { basis }) => basis !== null && !takesPercent(rule)),
    ),
    ...measureRefusals(
      PLEDGE_REFUSALS.planNotNamed,
      codesWhere(({ plans }, { planName }) => planName === null && plans.length > 1),
    ),
    ...measureRefusals(
      PLEDGE_REFUSALS.unknownPlan,
      codesWhere(({ plans }, { planName }) => planName !== null && plans.every(({ name }) => name !== planName)),
    ),
  ];
}

/** Judges a value against the plan it claims. Throws a RangeError where `claimFaults` finds something, and without a rule. */
export function judged(rules: MeasureRules, claim: ProgressClaim): JudgedClaim {
  const rule = rules.get(claim.measureCode);
  if (!rule) throw new RangeError(`The plan has no measure ${claim.measureCode}`);
  const { status, percentOfPlan } = resultAgainst(rule, claim, claim.planName ?? undefined);
  return { ...claim, status, percent: percentOfPlan };
}

/** What a value is worth against one plan of its measure. Throws a RangeError as `judged` does. */
export function resultAgainst(
  rule: MeasureRule,
  { verified, reported, basis }: Pick<ProgressClaim, 'verified' | 'reported' | 'basis'>,
  planName: string | undefined,
): MeasureResult {
  const value = verified ?? reported;
  if (basis === null) return measureResult(rule, value, planName);
  const [plan, ...others] = rule.plans.filter(({ name }) => planName === undefined || name === planName);
  if (!plan || others.length > 0) throw new RangeError('A percentage is one of a single plan');
  return percentResult(rule, value, plan);
}
