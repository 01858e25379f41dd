import { measureResult, type MeasureRule, type MeasureStatus } from '../../workflows/indicator';
import {
  compareDecimals,
  decimal,
  multiplyDecimals,
  sumDecimals,
  type Decimal,
  type LocalDate,
} from '../../workflows/kernel';
import { periodsIn, type Cadence, type PieceTerm, type Span } from '../../workflows/publicity';

/** How a number of publications must stand to a plan. */
export const FIGURE_DIRECTIONS = ['atLeast', 'moreThan', 'exactly', 'kOfN'] as const;

export type FigureDirection = (typeof FIGURE_DIRECTIONS)[number];

/** What is to be reached, as a plan says it. */
export interface Figure {
  readonly unit: string;
  readonly direction: FigureDirection;
  readonly value: Decimal;
  readonly outOf?: number;
}

/** A report as far as it is judged. */
export interface Reported extends Span {
  readonly value: Decimal;
}

/** More than anybody publishes in a day or month: as many times it as a term has days stays within decimals. */
const MOST: Decimal = decimal('1000000000');

/** Whether a number can be planned or reported: from 0 to 1,000,000,000. */
export function isCountable(value: Decimal): boolean {
  return compareDecimals(value, decimal('0')) >= 0 && compareDecimals(value, MOST) <= 0;
}

/** The rule of a figure, which is a measure with one plan. */
export function ruleOf({ unit, direction, value, outOf }: Figure): MeasureRule {
  const plans = [{ name: 'plan', value, upTo: null }];
  return { unit, direction, plans, baseline: null, change: null, outOf: outOf ?? null };
}

/** Judges one report: by day or month against as many times the figure as it has days or months. */
export function reportStatus(rule: MeasureRule | null, cadence: Cadence, report: Reported): MeasureStatus | null {
  return rule && judged(rule, periodsIn(cadence, report), report.value);
}

/** How a piece stands: the latest total, or the sum of what was published by day or month. Exact. */
export function pieceResult(
  rule: MeasureRule | null,
  { cadence }: Pick<PieceTerm, 'cadence'>,
  reports: readonly Reported[],
): { readonly value: Decimal | null; readonly status: MeasureStatus | null } {
  if (reports.length === 0) return { value: null, status: rule && 'notReported' };
  const value = cadence === 'once' ? latest(reports).value : sumDecimals(reports.map((report) => report.value));
  const periods = cadence === 'once' ? 1 : reports.reduce((sum, report) => sum + periodsIn(cadence, report), 0);
  return { value, status: rule && judged(rule, periods, value) };
}

function judged(rule: MeasureRule, periods: number, value: Decimal): MeasureStatus {
  const times = decimal(String(periods));
  const plans = rule.plans.map((plan) => ({ ...plan, value: multiplyDecimals(decimal(plan.value), times) }));
  return measureResult({ ...rule, plans }, value).status;
}

function latest(reports: readonly Reported[]): Reported {
  const day = (report: Reported): LocalDate => report.to;
  return reports.reduce((last, report) => (day(report) > day(last) ? report : last));
}
