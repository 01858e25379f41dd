import type { ItemCount, ReviewItem, Roll } from '../../../workflows/review';
import type { Randomness } from '../../platform/ids/ids.port';
import type { RowReader, Tx } from '../../platform/persistence';
import { decodePaper, encodePaper, type BallotChoice } from './ballot-paper';
import { insertBoxes, readBoxesOf, rewriteBox, tickOff, ticksOf } from './ballots.repository';
import { countPapers } from './count-papers';
import {
  BoxIncompleteError,
  openBox,
  sealBox,
  sizeOf,
  type BallotKey,
  type BoxKind,
  type BoxLabel,
} from './sealed-box';

/** An item whose ballot is opened, with the boxes that it needs. */
export interface BallotToOpen {
  readonly labels: readonly BoxLabel[];
  readonly item: Pick<ReviewItem, 'options'>;
}

/** What a member says to an item. */
export interface Paper {
  readonly label: BoxLabel;
  readonly memberId: string;
  readonly item: Pick<ReviewItem, 'options'>;
  readonly choice: BallotChoice;
}

/** The boxes of all items: sets them up, puts papers in, and opens them when they are counted. */
export class BallotBoxes {
  constructor(
    private readonly key: BallotKey,
    private readonly randomness: Randomness,
  ) {}

  /** Sets up empty boxes with room for the whole council, so that their size tells nothing. */
  async setUp(tx: Tx, ballots: readonly BallotToOpen[], { memberCount }: Pick<Roll, 'memberCount'>): Promise<void> {
    const boxes = ballots.flatMap(({ labels, item }) =>
      labels.map((label) => {
        const size = { capacity: memberCount, paperLength: paperLengthOf(item) };
        return { ...label, ...size, sealed: sealBox([], size, label, this.key, this.randomness) };
      }),
    );
    await insertBoxes(tx, boxes);
  }

  /**
   * Ticks a member off the roll and puts the paper in: the row is rewritten whole and sealed anew, so that nothing tells
   * which paper came last. False when the member is not on the roll of this box, or was ticked off before.
   * Throws BoxDamagedError and BoxIncompleteError.
   */
  async take(tx: Tx, paper: Paper): Promise<boolean> {
    const { label, memberId, item, choice } = paper;
    const ticked = await tickOff(tx, label, memberId);
    if (!ticked) return false;
    if (ticked.sealed === null) throw new BoxIncompleteError(label, { papers: null });
    const size = sizeOf(ticked.sealed, paperLengthOf(item));
    const papers = openBox(ticked.sealed, size, label, this.key);
    papers.push(encodePaper(choice, item.options ?? []));
    await rewriteBox(tx, label, sealBox(papers, size, label, this.key, this.randomness));
    return true;
  }

  /**
   * Counts the closed items of a round. A box must hold as many papers as names are ticked off on its roll: an older copy
   * of its row put back, or a row that is gone, is found out here. Throws BoxDamagedError and BoxIncompleteError.
   */
  async count(
    rows: RowReader,
    reviewId: string,
    items: Readonly<Record<string, ReviewItem>>,
  ): Promise<Readonly<Record<string, ItemCount>>> {
    const boxes = new Map((await readBoxesOf(rows, [reviewId])).map((box) => [nameOf(box), box]));
    const ticks = new Map((await ticksOf(rows, [reviewId])).map((roll) => [nameOf(roll), roll.voted]));
    const papersOf = (label: BoxLabel): readonly string[] => {
      const box = boxes.get(nameOf(label));
      const papers = box && openBox(box.sealed, box, label, this.key);
      const voted = ticks.get(nameOf(label)) ?? 0;
      if (papers?.length !== voted) throw new BoxIncompleteError(label, { papers: papers?.length ?? null, voted });
      return papers;
    };
    const closed = Object.entries(items).filter(([, { status }]) => status === 'closed');
    return Object.fromEntries(closed.map(([itemId, item]) => [itemId, countOf(itemId, item, papersOf)]));
  }
}

/** One letter for yes or no, one digit for each option of a ballot that chooses. */
function paperLengthOf({ options }: Pick<ReviewItem, 'options'>): number {
  return options?.length ?? 1;
}

function countOf(itemId: string, item: ReviewItem, papersOf: (label: BoxLabel) => readonly string[]): ItemCount {
  const choices = (kind: BoxKind): BallotChoice[] =>
    papersOf({ itemId, voteRound: item.voteRound, kind }).map((paper) => decodePaper(paper, item.options ?? []));
  return countPapers(choices('ballots'), choices('opinions'), item.options);
}

function nameOf({ itemId, voteRound, kind }: BoxLabel): string {
  return `${itemId} ${voteRound} ${kind}`;
}
