import { MOST_VIOLATIONS, type Violation } from '../../platform/invariants';
import type { RowReader } from '../../platform/persistence';
import { readBoxesOf, type PlacedBox } from '../ballots/ballots.repository';
import { BOX_KINDS, type BoxLabel } from '../ballots/sealed-box';
import type { OpenedBallot } from './opened-ballots';
import type { RoundCheck } from './round-checks';

/** Nonce and tag of AES-256-GCM beside the papers. */
const SEAL_BYTES = 28;

/**
 * Each ballot that was opened has its two boxes, closed, and as large as the whole council asks for: a box of another size
 * would tell how many voted.
 */
export const ballotBoxes: RoundCheck = {
  name: 'ballot-boxes',
  promise: 6,
  describe: {
    vi: 'Mỗi lượt biểu quyết đã mở có đủ hai hòm phiếu niêm phong, kích thước không tiết lộ số phiếu.',
    en: 'Every ballot that was opened has its two sealed boxes, whose size tells nothing.',
  },
  gather: async (reads, ids) => {
    const boxes = await readBoxesOf(reads, ids);
    return (rounds) =>
      wrongBoxes(
        rounds.flatMap(({ ballots }) => ballots),
        boxes,
      );
  },
  astray: homeless,
};

/** What a report calls a box. */
export function boxName({ itemId, voteRound, kind }: BoxLabel): string {
  return `box of ${kind} of item ${itemId}, vote round ${voteRound}`;
}

function wrongBoxes(ballots: readonly OpenedBallot[], boxes: readonly PlacedBox[]): readonly Violation[] {
  const expected = ballots.flatMap((ballot) => BOX_KINDS.map((kind) => ({ ...ballot, kind })));
  const opened = new Set(expected.map(boxName));
  const found = new Map(boxes.map((box) => [boxName(box), box]));
  const unopened = boxes.filter((box) => !opened.has(boxName(box)));
  return [
    ...expected.flatMap((ballot) => {
      const message = whatIsWrong(ballot, found.get(boxName(ballot)));
      return message === undefined ? [] : [{ subject: boxName(ballot), message }];
    }),
    ...unopened.map((box) => ({ subject: boxName(box), message: 'is there although its ballot was never opened' })),
  ];
}

function whatIsWrong({ roll, paperLength }: OpenedBallot, box: PlacedBox | undefined): string | undefined {
  if (!box) return 'is missing';
  const { memberCount } = roll;
  if (box.capacity !== memberCount)
    return `has room for ${box.capacity} papers, the council has ${memberCount} members`;
  if (box.paperLength !== paperLength) return `has papers of ${box.paperLength} characters instead of ${paperLength}`;
  const size = Buffer.from(box.sealed, 'base64').length;
  const expected = SEAL_BYTES + memberCount * paperLength;
  return size === expected ? undefined : `has ${size} bytes instead of ${expected}`;
}

async function homeless(reads: RowReader): Promise<readonly Violation[]> {
  const rows = await reads.rows<BoxLabel>(
    `SELECT b.item_id AS "itemId", b.vote_round AS "voteRound", b.kind
     FROM ballot_boxes b LEFT JOIN review_items i ON i.id = b.item_id
     WHERE i.id IS NULL ORDER BY b.item_id, b.vote_round, b.kind LIMIT ${MOST_VIOLATIONS}`,
  );
  return rows.map((box) => ({ subject: boxName(box), message: 'is of no item' }));
}
