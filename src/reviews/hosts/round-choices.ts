import { Injectable } from '@nestjs/common';
import type { ReviewContext } from '../../../workflows/review';
import type { RowReader } from '../../platform/persistence';
import { loadWorkflowRows } from '../../platform/runner/workflow-row';

/** What a ballot that chooses some of several came to. */
export interface RoundChoice {
  readonly hostId: string;
  /** Its minutes are signed and the sitting is over: nothing of it changes any more. */
  readonly isOver: boolean;
  /** Most votes first; nobody of those level at the last place. */
  readonly chosenIds: readonly string[];
  /** Votes by everything that the ballot offered, 0 included. */
  readonly votes: Readonly<Record<string, number>>;
  /** Valid ballots and written opinions. */
  readonly of: number;
}

/** What the hosts of rounds ask about their elections. Facts, not answers to a user: it takes no scope and checks none. */
@Injectable()
export class RoundChoices {
  /** The result of an item that chooses; undefined when there is none, or it is not counted, or it is of another kind. */
  async of(rows: RowReader, reviewId: string, itemId: string): Promise<RoundChoice | undefined> {
    const [row] = await loadWorkflowRows(rows, 'review_rounds', [reviewId]);
    if (!row) return undefined;
    const { councilId: hostId, items } = row.snapshot.context as ReviewContext;
    const item = items[itemId];
    const { result, options = [] } = item ?? {};
    if (item?.kind !== 'choose' || !result || !('votes' in result.count)) return undefined;
    const { votes, valid, writtenReceived = 0 } = result.count;
    return {
      hostId,
      isOver: row.snapshot.state === 'closed',
      chosenIds: result.chosenIds ?? [],
      votes: Object.fromEntries(options.map((id) => [id, votes[id] ?? 0])),
      of: valid + writtenReceived,
    };
  }
}
