import type { RoundChoice } from '../reviews';
import type { ClusterLeader } from './cluster';

/** Whom a ballot of the conference has made leaders, most votes first. */
export function leadersOf(
  { chosenIds, votes, of }: RoundChoice,
  ballot: Pick<ClusterLeader, 'clusterId' | 'reviewId' | 'itemId'>,
): readonly ClusterLeader[] {
  return chosenIds.map((unitId, index) => ({ ...ballot, unitId, place: index + 1, votes: votes[unitId] ?? 0, of }));
}
