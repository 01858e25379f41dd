import { compareDecimals, type Decimal } from '../../workflows/kernel';
import { measureResult, percentResult, type MeasureRule, type MeasureStatus } from '../../workflows/indicator';
import type { Achievement, PledgedValues } from '../../workflows/pledge';
import type { VerifiedValue } from './progress/progress.repository';

/** A measure as far as it decides how a pledge ends. */
export interface JudgedMeasure {
  readonly code: string;
  readonly isMandatory: boolean;
  readonly rule: MeasureRule;
}

/** The last verified values of a pledge, and the plans that shares among them were reported under, by revision. */
export interface VerifiedValues {
  readonly verified: ReadonlyMap<string, VerifiedValue>;
  readonly claimedUnder: ReadonlyMap<number, readonly Pick<JudgedMeasure, 'code' | 'rule'>[]>;
}

const COUNTED_AS = {
  exceeded: 'exceeded',
  reached: 'reached',
  missed: 'missed',
  notReported: 'unreported',
} as const satisfies Record<MeasureStatus, keyof Achievement>;

/**
 * How the mandatory measures stand: their last verified values against what was pledged, since a pledge ends better
 * than pledged, as pledged, or short of it; how a value stands to the plan is said by its report.
 */
export function achievementOf(
  measures: readonly JudgedMeasure[],
  pledged: PledgedValues,
  { verified, claimedUnder }: VerifiedValues,
): Achievement {
  const counts = { reached: 0, exceeded: 0, missed: 0, unreported: 0 };
  for (const { code, rule, isMandatory } of measures) {
    const value = verified.get(code);
    const claimed = value && claimedUnder.get(value.planRevision)?.find((each) => each.code === code)?.rule;
    if (isMandatory) counts[COUNTED_AS[statusOf(rule, pledged[code]?.value, value, claimed)]] += 1;
  }
  return counts;
}

/**
 * How a verified value stands to what was pledged for its measure. A share is one of the plan that it was reported under,
 * whose rule is `claimed`: the plan may have been amended since.
 */
export function statusOf(
  rule: MeasureRule,
  pledged: Decimal | undefined,
  value: Omit<VerifiedValue, 'planRevision'> | undefined,
  claimed: MeasureRule = rule,
): MeasureStatus {
  if (pledged === undefined || value === undefined) return 'notReported';
  const { verified, basis, planName } = value;
  if (basis !== null) {
    const plan = claimed.plans.find(({ name }) => planName === null || name === planName);
    if (!plan) throw new RangeError(`The measure has no plan ${planName}`);
    return percentResult(claimed, verified, plan, pledged).status;
  }
  const promise = { name: 'pledge', value: pledged, upTo: upperEnd(rule, pledged) };
  return measureResult({ ...rule, plans: [promise] }, verified).status;
}

/** Where the plan gives a range ("80-85%") a pledge inside it is exceeded only beyond the range, as the plan is. */
function upperEnd({ plans }: MeasureRule, pledged: Decimal): Decimal | null {
  return plans.reduce<Decimal | null>(
    (highest, { upTo }) => (upTo !== null && compareDecimals(upTo, highest ?? pledged) > 0 ? upTo : highest),
    null,
  );
}
