import type { ReviewContext, ReviewItem } from '../../workflows/review';
import { insertRows } from '../platform/persistence/insert-rows';
import type { Tx } from '../platform/persistence';

/** Brings the item rows of a round in step with its snapshot: only rows that differ are written. */
export async function writeItems(
  tx: Tx,
  reviewId: string,
  before: ReviewContext['items'],
  after: ReviewContext['items'],
): Promise<void> {
  const changed = Object.entries(after).filter(([id, item]) => before[id] !== undefined && differs(before[id], item));
  const added = Object.entries(after).filter(([id]) => before[id] === undefined);
  await insertRows(
    tx,
    'review_items',
    added.map(([id, item]) => ({
      id,
      review_id: reviewId,
      case_id: item.caseId,
      tier: item.tier,
      status: item.status,
      vote_round: item.voteRound,
      is_passed: passed(item),
    })),
  );
  for (const [id, item] of changed) {
    await tx.change('UPDATE review_items SET status = ?, vote_round = ?, is_passed = ? WHERE id = ?', [
      item.status,
      item.voteRound,
      passed(item),
      id,
    ]);
  }
}

function differs(before: ReviewItem, after: ReviewItem): boolean {
  return before.status !== after.status || before.voteRound !== after.voteRound || passed(before) !== passed(after);
}

function passed({ result }: ReviewItem): number | null {
  return result === null ? null : Number(result.passed);
}
