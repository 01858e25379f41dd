import { allot, putFirst, type Allotment, type Candidate } from './quota';
import type { Place, QuotaFacts, ReviewContext, ReviewFacts } from './review.types';
import { agendaOf } from './roll';

/** What the vote of a round means for one quota. */
export interface QuotaAllotment extends Allotment {
  readonly quota: QuotaFacts;
  /** Who comes before others with as many votes because women go first. */
  readonly firstIds: readonly string[];
}

/** Who of this round wants a place of a quota: the cases of its tier and campaign that passed, in the order of the agenda. */
export function candidatesOf(
  context: ReviewContext,
  quota: QuotaFacts,
  womanItemIds: readonly string[],
): readonly Candidate[] {
  return agendaOf(context)
    .filter(([, { caseId, tier, result }]) => caseId !== null && tier === quota.tier && result?.passed === true)
    .filter(([id]) => quota.itemIds?.includes(id) ?? true)
    .sort(([, a], [, b]) => a.ordinal - b.ordinal)
    .map(([id, { result }]) => ({
      id,
      votes: [result?.inFavour ?? 0, ...(result?.tieBreaks ?? [])],
      isWoman: womanItemIds.includes(id),
    }));
}

/** How the places of each quota would be given now. Quotas that nobody of this round comes under are left out. */
export function allotments(
  context: ReviewContext,
  { quotas, womanItemIds }: Pick<ReviewFacts, 'quotas' | 'womanItemIds'>,
): readonly QuotaAllotment[] {
  return quotas.flatMap((quota) => {
    const candidates = candidatesOf(context, quota, womanItemIds);
    const { womanFirst, freeNumbers } = quota;
    const rule = { womanFirst, order: context.tieOrder };
    const firstIds = womanFirst ? putFirst(candidates) : [];
    return candidates.length === 0 ? [] : [{ quota, firstIds, ...allot(freeNumbers.length, candidates, rule) }];
  });
}

/** The places and the numbers on the waiting list, by item. */
export function placesIn(found: readonly QuotaAllotment[]): Readonly<Record<string, Place>> {
  const entries = found.flatMap(({ quota, placedIds, waitingIds, firstIds }) => {
    const { quotaId, freeNumbers, nextWaiting, tieBy } = quota;
    const why = (id: string): Pick<Place, 'tieBy'> => (tieBy && firstIds.includes(id) ? { tieBy } : {});
    return [
      ...placedIds.map((id, index): [string, Place] => [
        id,
        { quotaId, number: freeNumbers[index] ?? null, waiting: null, ...why(id) },
      ]),
      ...waitingIds.map((id, index): [string, Place] => [
        id,
        { quotaId, number: null, waiting: nextWaiting + index, ...why(id) },
      ]),
    ];
  });
  return Object.fromEntries(entries);
}

/** Whether these are exactly those who stand level at the last place of one quota. */
export function isTieAtLastPlace(found: readonly QuotaAllotment[], itemIds: readonly string[]): boolean {
  return found.some(
    ({ tiedIds }) =>
      tiedIds.length > 0 &&
      tiedIds.length === itemIds.length &&
      new Set(itemIds).size === itemIds.length &&
      tiedIds.every((id) => itemIds.includes(id)),
  );
}
