import type { ReviewItem, Roll } from '../../../workflows/review';
import type { Randomness } from '../../platform/ids/ids.port';
import type { RowReader, Tx } from '../../platform/persistence';
import { decodePaper, encodePaper, type BallotChoice } from './ballot-paper';
import { insertBox, readBox, rewriteBox } from './ballots.repository';
import { openBox, sealBox, type BallotKey, type BoxLabel } from './sealed-box';

/** The boxes of all items: sets them up, puts papers in, and opens them when they are counted. */
export class BallotBoxes {
  constructor(
    private readonly key: BallotKey,
    private readonly randomness: Randomness,
  ) {}

  /** Sets up an empty box with room for the whole council, so that its size tells nothing. */
  async setUp(tx: Tx, label: BoxLabel, item: ReviewItem, roll: Roll): Promise<void> {
    const size = { capacity: roll.memberCount, paperLength: item.options?.length ?? 1 };
    await insertBox(tx, label, { ...size, sealed: sealBox([], size, label, this.key, this.randomness) });
  }

  /** Puts a paper in: the row is rewritten whole and sealed anew, so that nothing tells which paper came last. */
  async putIn(tx: Tx, label: BoxLabel, item: ReviewItem, choice: BallotChoice): Promise<void> {
    const box = await readBox(tx, label, true);
    if (!box)
      throw new Error(`There is no box of ${label.kind} for item ${label.itemId}, vote round ${label.voteRound}`);
    const papers = openBox(box.sealed, box, label, this.key);
    papers.push(encodePaper(choice, item.options ?? []));
    await rewriteBox(tx, label, sealBox(papers, box, label, this.key, this.randomness));
  }

  /** What the box holds, in sorted order: for counting, after the ballot is closed. */
  async open(rows: RowReader, label: BoxLabel, item: ReviewItem): Promise<readonly BallotChoice[]> {
    const box = await readBox(rows, label);
    if (!box) return [];
    return openBox(box.sealed, box, label, this.key).map((paper) => decodePaper(paper, item.options ?? []));
  }
}
