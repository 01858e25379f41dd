import type { CampaignFacts } from '../../workflows/campaign';
import { measureFaults } from '../../workflows/indicator';
import { measureRuleOf } from './campaign-plan';
import type { CampaignPlanRequest } from './dto/campaign-plan.request';

/** What of a plan does not fit together. */
export type PlanFaults = Pick<
  CampaignFacts,
  'repeatedCodes' | 'faultyMeasures' | 'strayAllocations' | 'strayGroups' | 'strayOffices'
>;

/** Where no plan is sent. */
export const NO_PLAN_FAULTS: PlanFaults = {
  repeatedCodes: [],
  faultyMeasures: [],
  strayAllocations: [],
  strayGroups: [],
  strayOffices: [],
};

/** Looks at a plan as it was sent, each part against the others. Pure. */
export function planFaults(plan: CampaignPlanRequest): PlanFaults {
  const { indicators, allocations, unitIds, contentGroups = [], issuerIds, issuerOffices = [] } = plan;
  const measures = indicators.flatMap((indicator) => indicator.measures);
  const codes = new Set(measures.map(({ code }) => code));
  const units = new Set(unitIds);
  const assigned = allocations.map(({ measureCode, unitId }) => `${unitId} ${measureCode}`);
  const repeated = new Set(repeats(assigned));
  const groups = contentGroups.map(({ code }) => code);
  return {
    repeatedCodes: [
      ...repeats(indicators.map(({ code }) => code)),
      ...repeats(measures.map(({ code }) => code)),
      ...repeats(groups),
    ],
    strayOffices: issuerOffices.filter(({ issuerId }) => !issuerIds.includes(issuerId)).map(({ name }) => name),
    strayGroups: indicators
      .filter(({ groupCode }) => groupCode !== undefined && !groups.includes(groupCode))
      .map(({ code }) => code),
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
