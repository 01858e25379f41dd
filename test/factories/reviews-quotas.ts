import type { BallotChoice } from '../../src/reviews/ballots/ballot-paper';
import type { Reviews, Round } from './reviews';
import { TODAY } from './reviews-samples';

/** Closes and counts the open ballots, of which each item has so many votes in favour. */
export async function countedWith(world: Reviews, round: Round, inFavour: readonly number[]): Promise<void> {
  for (const [item, votes] of inFavour.entries()) {
    await world.castAll(round, item, Array<BallotChoice>(votes).fill('inFavour'));
  }
  await world.kept(round, ['closeBallot', { itemIds: round.itemIds }], ['count']);
}

/** Draws up the minutes, has them signed on paper, closes the round and does what follows. */
export async function ended(world: Reviews, round: Round): Promise<void> {
  await world.kept(round, ['minute', { on: TODAY }]);
  for (const signer of [0, 8]) {
    await world.kept(round, ['sign', { memberId: world.member(signer).memberId, onPaper: true }]);
  }
  await world.kept(round, ['close']);
  await world.drain();
}

/** An open quota of the council for a tier. */
export function aQuota(world: Reviews, more: object): Promise<string> {
  return world.accepted('quota.open', { councilId: world.town.council, ...more }, { actor: world.office });
}

/** The ledger of a quota: state and number by case. */
export async function ledgerOf(world: Reviews, quotaId: string): Promise<Readonly<Record<string, string>>> {
  const rows = await world.rows<{ caseId: string; state: string; number: number | null }>(
    `SELECT case_id AS "caseId", state, COALESCE(place_number, waiting_number) AS "number"
     FROM review_quota_entries WHERE quota_id = ?`,
    [quotaId],
  );
  return Object.fromEntries(rows.map(({ caseId, state, number }) => [caseId, `${state} ${number ?? '-'}`]));
}
