import type { MeasureRule } from '../../workflows/indicator';
import type { CampaignPlanRequest } from './dto/campaign-plan.request';
import type { MeasureRequest } from './dto/plan-parts.request';
import type {
  ContentGroupRequest,
  DutyRequest,
  IssuerOfficeRequest,
  ParticipantClassRequest,
  RecipientRequest,
  ThemeRequest,
} from './dto/plan-words.request';

/** The rule of a measure as the core judges by it: what a request leaves out is null. */
export function measureRuleOf(measure: MeasureRequest): MeasureRule {
  const { unit, direction, plans, baseline = null, change = null, outOf = null, asOf, weight, over } = measure;
  return {
    unit,
    direction,
    plans: plans.map(({ name, value, upTo = null }) => ({ name, value, upTo })),
    baseline,
    change,
    outOf,
    ...(asOf === undefined ? {} : { asOf }),
    ...(weight === undefined ? {} : { weight }),
    ...(over === undefined ? {} : { over }),
  };
}

/** What a plan says in words, in its order: shown with the plan, never searched. */
export interface PlanWords {
  readonly issuerOffices: readonly IssuerOfficeRequest[];
  readonly participantClasses: readonly ParticipantClassRequest[];
  readonly themes: readonly ThemeRequest[];
  readonly contentGroups: readonly ContentGroupRequest[];
  readonly duties: readonly DutyRequest[];
  readonly recipients: readonly RecipientRequest[];
}

/** The kinds of words. */
export const PLAN_WORDS = [
  'issuerOffices',
  'participantClasses',
  'themes',
  'contentGroups',
  'duties',
  'recipients',
] as const satisfies readonly (keyof PlanWords)[];

/** Units that a plan names anywhere. */
export function unitsNamedIn(plan: CampaignPlanRequest): readonly string[] {
  const { issuerOffices = [], themes = [], duties = [] } = plan;
  const inWords = [
    ...issuerOffices.map(({ unitId }) => unitId),
    ...themes.map(({ setByUnitId }) => setByUnitId),
    ...duties.map(({ unitId }) => unitId),
  ];
  return [...new Set([...plan.issuerIds, ...plan.unitIds, ...inWords.flatMap((id) => id ?? [])])];
}
