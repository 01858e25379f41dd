import { sumDecimals, type Decimal } from '../kernel';
import { indicatorResult, type MeasureStatus } from './measure';

/** Results of several units or indicators: how many are reached, the exceeded among them. */
export interface Standing {
  readonly of: number;
  /** Reached or exceeded. */
  readonly reached: number;
  readonly exceeded: number;
  readonly missed: number;
  readonly notReported: number;
}

/** What somebody states of results without the rows: "21 of 21 reached, 6 exceeded". */
export type StatedStanding = Pick<Standing, 'of' | 'reached' | 'exceeded'>;

/** Counts results; of none all counts are 0. */
export function standingOf(statuses: readonly MeasureStatus[]): Standing {
  const count = (wanted: MeasureStatus): number => statuses.filter((status) => status === wanted).length;
  const exceeded = count('exceeded');
  return {
    of: statuses.length,
    reached: count('reached') + exceeded,
    exceeded,
    missed: count('missed'),
    notReported: count('notReported'),
  };
}

/**
 * The result of a measure that each unit has to reach for itself: missed when one missed it, exceeded only when all
 * exceeded it. Of no units it is not reported.
 */
export function resultOverUnits(statuses: readonly MeasureStatus[]): MeasureStatus {
  return statuses.length === 0 ? 'notReported' : indicatorResult(statuses);
}

/** Whether a statement can be true: no more exceeded than reached, no more reached than there are. */
export function canBeStated({ of, reached, exceeded }: StatedStanding): boolean {
  return exceeded <= reached && reached <= of;
}

/** Whether what is stated is what the rows say. */
export function agrees(stated: StatedStanding, computed: StatedStanding): boolean {
  return stated.of === computed.of && stated.reached === computed.reached && stated.exceeded === computed.exceeded;
}

/** The weight of what is reached among all that is weighed, exactly; null where nothing is weighed. */
export function weightReached(
  measures: readonly { readonly weight?: Decimal; readonly status: MeasureStatus }[],
): { readonly reached: Decimal; readonly total: Decimal } | null {
  const weighed = measures.flatMap(({ weight, status }) => (weight === undefined ? [] : [{ weight, status }]));
  if (weighed.length === 0) return null;
  const isReached = (status: MeasureStatus): boolean => status === 'reached' || status === 'exceeded';
  return {
    reached: sumDecimals(weighed.filter(({ status }) => isReached(status)).map(({ weight }) => weight)),
    total: sumDecimals(weighed.map(({ weight }) => weight)),
  };
}
