import {
  indicatorResult,
  resultOverUnits,
  standingOf,
  sumResult,
  weightReached,
  type Contribution,
  type MeasureStatus,
} from '../../../workflows/indicator';
import type { Label } from '../../../workflows/kernel';
import type { MeasureOfPlan, PlanOfCampaign } from '../../campaigns';
import type { CampaignResultsResponse, MeasureResultResponse, StandingResponse } from '../dto/results.response';

/** How many units have a status in a measure. */
export interface StatusCount {
  readonly measureCode: string;
  readonly status: MeasureStatus;
  readonly count: number;
}

/** What one unit contributes to a measure. */
export interface ContributionRow extends Contribution {
  readonly measureCode: string;
}

/** What results are made of, over the units that somebody asks about. */
export interface ResultRows {
  readonly unitCount: number;
  readonly counts: readonly StatusCount[];
  /** Of measures over the sum of units only. */
  readonly contributions: readonly ContributionRow[];
}

type ComputedResults = Omit<CampaignResultsResponse, 'statements'>;

/** The results of a plan: each measure, each indicator by its measures, and how many are reached and exceeded. Pure. */
export function resultsOf(plan: PlanOfCampaign, rows: ResultRows): ComputedResults {
  const measures = plan.measures.map((measure) => measureOf(measure, rows));
  const indicators = plan.indicators.map(({ code, name, groupCode }) => {
    const own = measures.filter(({ indicatorCode }) => indicatorCode === code);
    return { code, name, groupCode, status: indicatorResult(own.map(({ status }) => status)) };
  });
  const standing = standingOf(indicators.map(({ status }) => status));
  const weighed = measures.map(({ code, status }) => {
    const weight = plan.measures.find((measure) => measure.code === code)?.rule.weight;
    return { status, ...(weight === undefined ? {} : { weight }) };
  });
  const weight = weightReached(weighed);
  return { unitCount: rows.unitCount, standing, sentence: sentenceOf(standing), weight, indicators, measures };
}

function measureOf(measure: MeasureOfPlan, { unitCount, counts, contributions }: ResultRows): MeasureResultResponse {
  const { code, indicatorCode, name, rule } = measure;
  const units = standingOfCounts(counts.filter(({ measureCode }) => measureCode === code));
  const over = rule.over ?? 'unit';
  const shared = { code, indicatorCode, name, unit: rule.unit, over, units };
  if (over === 'sum') {
    const own = contributions.filter(({ measureCode }) => measureCode === code);
    const { status, sum, plans } = sumResult(rule, own, unitCount);
    return { ...shared, status, sum, plans };
  }
  const present = (['exceeded', 'reached', 'missed', 'notReported'] as const).filter((status) =>
    counts.some((each) => each.measureCode === code && each.status === status && each.count > 0),
  );
  return { ...shared, status: resultOverUnits(present), sum: null, plans: [] };
}

function standingOfCounts(counts: readonly StatusCount[]): StandingResponse {
  const of = (wanted: MeasureStatus): number =>
    counts.reduce((total, { status, count }) => total + (status === wanted ? count : 0), 0);
  const [exceeded, missed, notReported] = [of('exceeded'), of('missed'), of('notReported')];
  const reached = of('reached') + exceeded;
  return { of: reached + missed + notReported, reached, exceeded, missed, notReported };
}

function sentenceOf({ of, reached, exceeded }: StandingResponse): Label {
  return {
    vi: `Đạt ${reached}/${of} chỉ tiêu, trong đó vượt ${exceeded} chỉ tiêu.`,
    en: `${reached} of ${of} indicators reached, ${exceeded} of them exceeded.`,
  };
}
