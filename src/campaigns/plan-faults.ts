import type { CampaignFacts } from '../../workflows/campaign';
import { measureFaults } from '../../workflows/indicator';
import { measureRuleOf } from './campaign-plan';
import type { CampaignPlanRequest } from './dto/campaign-plan.request';

/** What of a plan does not fit together. */
export type PlanFaults = Pick<CampaignFacts, 'repeatedCodes' | 'faultyMeasures' | 'strayAllocations'>;

/** Where no plan is sent. */
export const NO_PLAN_FAULTS: PlanFaults = { repeatedCodes: [], faultyMeasures: [], strayAllocations: [] };

/** Looks at a plan as it was sent, each part against the others. Pure. */
export function planFaults({ indicators, allocations, unitIds }: CampaignPlanRequest): PlanFaults {
  const measures = indicators.flatMap((indicator) => indicator.measures);
  const codes = new Set(measures.map(({ code }) => code));
  const units = new Set(unitIds);
  const assigned = allocations.map(({ measureCode, unitId }) => `${unitId} ${measureCode}`);
  const repeated = new Set(repeats(assigned));
  return {
    repeatedCodes: [...repeats(indicators.map(({ code }) => code)), ...repeats(measures.map(({ code }) => code))],
    faultyMeasures: measures
      .filter((measure) => measureFaults(measureRuleOf(measure)).length > 0)
      .map(({ code }) => code),
    strayAllocations: [
      ...new Set(
        allocations
          .filter(
            ({ measureCode, unitId }, index) =>
              !codes.has(measureCode) || !units.has(unitId) || repeated.has(assigned[index] ?? ''),
          )
          .map(({ measureCode }) => measureCode),
      ),
    ],
  };
}

/** The texts that come more than once, each once. */
function repeats(texts: readonly string[]): readonly string[] {
  const seen = new Set<string>();
  return [...new Set(texts.filter((text) => seen.has(text) || !seen.add(text)))];
}
