import { canBeReported, measureResult, type MeasureRule, type MeasureStatus } from '../../../workflows/indicator';
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
      codesWhere((rule, claim) => !canBeReported(rule, claim.verified ?? claim.reported)),
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
  const { status, percentOfPlan } = measureResult(rule, claim.verified ?? claim.reported, claim.planName ?? undefined);
  return { ...claim, status, percent: percentOfPlan };
}
