import type { RoundChoice } from '../reviews';
import type { ClusterLeader } from './cluster';

/** Whom a ballot of the conference has made leaders, most votes first; those with equal votes share their place. */
export function leadersOf(
  { chosenIds, votes, of }: RoundChoice,
  ballot: Pick<ClusterLeader, 'clusterId' | 'reviewId' | 'itemId'>,
): readonly ClusterLeader[] {
  const votesOf = (unitId: string): number => votes[unitId] ?? 0;
  return chosenIds.map((unitId) => {
    const place = chosenIds.filter((other) => votesOf(other) > votesOf(unitId)).length + 1;
    return { ...ballot, unitId, place, votes: votesOf(unitId), of };
  });
}
