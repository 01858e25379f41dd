import { indicatorResult, type MeasureStatus } from '../../workflows/indicator';

/** How a measure, or an indicator of several, came out for a unit. */
export type ResultStatus = MeasureStatus;

/** In the order in which they are shown. */
export const RESULT_STATUSES = [
  'exceeded',
  'reached',
  'missed',
  'notReported',
] as const satisfies readonly ResultStatus[];

/** What is counted: units by the result of an indicator or of a measure, or the indicators of a unit by their results. */
export type ResultKind = 'indicator' | 'measure' | 'unit';

/** How often each status occurs. */
export type ResultCounts = Readonly<Record<ResultStatus, number>>;

/** Counts of one indicator, measure or unit. */
export interface ResultLine {
  /** Code of the indicator or measure, or id of the unit. */
  readonly key: string;
  readonly counts: ResultCounts;
}

/** The results of a campaign's plan; each list in the order of its keys. */
export type ResultTally = Readonly<Record<ResultKind, readonly ResultLine[]>>;

/** One number of them. */
export interface ResultCount {
  readonly kind: ResultKind;
  readonly key: string;
  readonly status: ResultStatus;
  readonly count: number;
}

/** What the fold reads: who takes part, what is measured, and what was verified. */
export interface ResultSource {
  readonly unitIds: readonly string[];
  readonly measures: readonly { readonly code: string; readonly indicatorCode: string }[];
  /** Verified values, the one that counts last. */
  readonly values: readonly { readonly unitId: string; readonly measureCode: string; readonly status: ResultStatus }[];
}

/**
 * Counts the results of a plan: of every unit that takes part and every measure the last verified value counts; what has none
 * is not reported; an indicator comes out as the core says. The specification of what SQL computes.
 */
export function foldResults({ unitIds, measures, values }: ResultSource): ResultTally {
  const last = new Map(values.map(({ unitId, measureCode, status }) => [`${unitId} ${measureCode}`, status]));
  const statusOf = (unitId: string, code: string): ResultStatus => last.get(`${unitId} ${code}`) ?? 'notReported';
  const indicators = [...new Set(measures.map(({ indicatorCode }) => indicatorCode))];
  const indicatorOf = (unitId: string, indicator: string): ResultStatus =>
    indicatorResult(
      measures.filter(({ indicatorCode }) => indicatorCode === indicator).map(({ code }) => statusOf(unitId, code)),
    );
  return resultTallyOf([
    ...unitIds.flatMap((unitId) => [
      ...measures.map(({ code }) => one('measure', code, statusOf(unitId, code))),
      ...indicators.flatMap((indicator) => [
        one('indicator', indicator, indicatorOf(unitId, indicator)),
        one('unit', unitId, indicatorOf(unitId, indicator)),
      ]),
    ]),
  ]);
}

/** Puts counts together by kind and key; counts of one thing add up. */
export function resultTallyOf(counts: readonly ResultCount[]): ResultTally {
  const kind = (name: ResultKind): readonly ResultLine[] => linesOf(counts.filter((count) => count.kind === name));
  return { indicator: kind('indicator'), measure: kind('measure'), unit: kind('unit') };
}

function linesOf(counts: readonly ResultCount[]): readonly ResultLine[] {
  const lines = new Map<string, Record<ResultStatus, number>>();
  for (const { key, status, count } of counts) {
    const line = lines.get(key) ?? { exceeded: 0, reached: 0, missed: 0, notReported: 0 };
    line[status] += count;
    lines.set(key, line);
  }
  return [...lines]
    .map(([key, line]) => ({ key, counts: line }))
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
}

function one(kind: ResultKind, key: string, status: ResultStatus): ResultCount {
  return { kind, key, status, count: 1 };
}
