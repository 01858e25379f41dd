import type { WorkflowCommand } from '../../../workflows/kernel';
import type { ReviewFacts, ReviewItem } from '../../../workflows/review';
import { grouped } from '../../platform/invariants';
import { placeholders, type RowReader } from '../../platform/persistence';
import type { StoredRound } from './opened-ballots';
import type { RoundCheck } from './round-checks';

interface ItemRow {
  readonly reviewId: string;
  readonly id: string;
  readonly status: string;
  readonly voteRound: number;
  readonly isPassed: number | null;
}

/** Nobody can know how a vote stands before it is counted: no snapshot, row or stored command says it. */
export const noResultWhileOpen: RoundCheck = {
  name: 'no-result-while-open',
  promise: 6,
  describe: {
    vi: 'Không nơi nào lưu kết quả của một nội dung khi chưa kiểm phiếu.',
    en: 'Nothing stored says how the vote on an item stands before it is counted.',
  },
  gather: async (reads, ids) => {
    const rows = grouped(await itemsOf(reads, ids), ({ reviewId }) => reviewId);
    return (rounds) =>
      rounds.flatMap((round) =>
        problemsOf(round, rows.get(round.id) ?? []).map((message) => ({ subject: `review ${round.id}`, message })),
      );
  },
};

function problemsOf({ context: { items }, commands }: StoredRound, rows: readonly ItemRow[]): readonly string[] {
  const early = Object.entries(items).filter(([, item]) => item.status !== 'counted' && item.result !== null);
  const byId = new Map(rows.map((row) => [row.id, row]));
  const differing = Object.entries(items).filter(([id, item]) => !isShown(item, byId.get(id)));
  const stray = rows.filter(({ id }) => !Object.hasOwn(items, id));
  return [
    ...early.map(([id, { status }]) => `has a result for its item ${id}, which is ${status}`),
    ...differing.map(([id]) => `has another row for its item ${id} than its snapshot says`),
    ...stray.map(({ id }) => `has a row for the item ${id}, which is not on its agenda`),
    ...commands.filter(countsEarly).map(({ type, at }) => `stored a count with the command ${type} of ${at}`),
  ];
}

function isShown({ status, voteRound, result }: ReviewItem, row: ItemRow | undefined): boolean {
  const isPassed = result === null ? null : Number(result.passed);
  return row?.status === status && row.voteRound === voteRound && row.isPassed === isPassed;
}

/** Counts are facts of the command that counts, when all ballots are closed, and of no other. */
function countsEarly({ type, facts }: WorkflowCommand): boolean {
  const { counts } = facts as Partial<ReviewFacts>;
  return type !== 'review.count' && counts !== undefined && Object.keys(counts).length > 0;
}

function itemsOf(reads: RowReader, reviewIds: readonly string[]): Promise<ItemRow[]> {
  return reads.rows<ItemRow>(
    `SELECT review_id AS "reviewId", id, status, vote_round AS "voteRound", is_passed AS "isPassed"
     FROM review_items WHERE review_id IN ${placeholders(reviewIds.length)} ORDER BY id`,
    reviewIds,
  );
}
