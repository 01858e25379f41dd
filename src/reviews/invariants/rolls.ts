import { grouped, MOST_VIOLATIONS, type Violation } from '../../platform/invariants';
import { placeholders, type RowReader } from '../../platform/persistence';
import type { OpenedBallot, StoredRound } from './opened-ballots';
import type { RoundCheck } from './round-checks';

interface RollName {
  readonly reviewId: string;
  readonly itemId: string;
  readonly voteRound: number;
  readonly memberId: string;
}

/** On the roll of a ballot stand the members who may vote on it, and nobody else: no stranger, nobody with a conflict of interest. */
export const ballotRolls: RoundCheck = {
  name: 'ballot-rolls',
  promise: 6,
  describe: {
    vi: 'Danh sách biểu quyết của mỗi nội dung gồm đúng những thành viên được quyền, không có người xung đột lợi ích.',
    en: 'The roll of every ballot holds the members who may vote on it, nobody else and nobody with a conflict.',
  },
  gather: async (reads, ids) => {
    const names = grouped(await namesOf(reads, ids), ({ reviewId }) => reviewId);
    return (rounds) => rounds.flatMap((round) => wrongNames(round, names.get(round.id) ?? []));
  },
  astray: homeless,
};

function wrongNames({ ballots }: StoredRound, names: readonly RollName[]): readonly Violation[] {
  const byBallot = grouped(names, keyOf);
  const opened = new Set(ballots.map(keyOf));
  const unopened = [...byBallot.keys()].filter((key) => !opened.has(key));
  return [
    ...ballots.flatMap((ballot) => wrongOn(ballot, byBallot.get(keyOf(ballot)) ?? [])),
    ...unopened.map((key) => ({ subject: key, message: 'has a roll although its ballot was never opened' })),
  ];
}

function wrongOn(ballot: OpenedBallot, names: readonly RollName[]): readonly Violation[] {
  const onRoll = new Set(names.map(({ memberId }) => memberId));
  const strangers = names.filter(({ memberId }) => !ballot.roll.memberIds.includes(memberId)).length;
  const conflicted = names.filter(({ memberId }) => isConflicted(ballot, memberId)).length;
  const missing = ballot.voterIds.filter((id) => !onRoll.has(id)).length;
  const messages = [
    ...(strangers > 0 ? [`has ${strangers} names on its roll who are no members of the sitting`] : []),
    ...(conflicted > 0 ? [`has ${conflicted} names on its roll who have a conflict of interest`] : []),
    ...(missing > 0 ? [`lacks ${missing} names on its roll`] : []),
  ];
  return messages.map((message) => ({ subject: keyOf(ballot), message }));
}

function isConflicted({ roll, voterIds }: OpenedBallot, memberId: string): boolean {
  return roll.memberIds.includes(memberId) && !voterIds.includes(memberId);
}

function keyOf({ itemId, voteRound }: Pick<RollName, 'itemId' | 'voteRound'>): string {
  return `item ${itemId}, vote round ${voteRound}`;
}

function namesOf(reads: RowReader, reviewIds: readonly string[]): Promise<RollName[]> {
  return reads.rows<RollName>(
    `SELECT review_id AS "reviewId", item_id AS "itemId", vote_round AS "voteRound", member_id AS "memberId"
     FROM roll_entries WHERE review_id IN ${placeholders(reviewIds.length)} ORDER BY id`,
    reviewIds,
  );
}

async function homeless(reads: RowReader): Promise<readonly Violation[]> {
  const rows = await reads.rows<{ id: string }>(
    `SELECT DISTINCT r.review_id AS "id" FROM roll_entries r LEFT JOIN review_rounds x ON x.id = r.review_id
     WHERE x.id IS NULL ORDER BY r.review_id LIMIT ${MOST_VIOLATIONS}`,
  );
  return rows.map(({ id }) => ({ subject: `review ${id}`, message: 'has rolls and no state row' }));
}
