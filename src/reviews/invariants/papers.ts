import type { Violation } from '../../platform/invariants';
import { readBoxesOf, ticksOf, type PlacedBox } from '../ballots/ballots.repository';
import { BoxDamagedError, openBox, type BallotKey } from '../ballots/sealed-box';
import { boxName } from './boxes';
import type { StoredRound } from './opened-ballots';
import type { RoundCheck } from './round-checks';

/**
 * A box holds as many papers as names are ticked off: no paper was slipped in or taken out. Only where the key is, and only
 * of ballots that are closed: while one is open nobody opens its box. Nothing but the number leaves this check.
 */
export function papersEqualTicks(key: BallotKey): RoundCheck {
  return {
    name: 'papers-equal-ticked-names',
    promise: 6,
    describe: {
      vi: 'Số phiếu trong mỗi hòm bằng số thành viên đã được đánh dấu biểu quyết.',
      en: 'Every box holds as many papers as names are ticked off on its roll.',
    },
    // Boxes before rounds: that of a ballot which is opened meanwhile is not among them and stays closed.
    gather: async (reads, ids) => {
      const boxes = await readBoxesOf(reads, ids);
      const ticks = await ticksOf(reads, ids);
      return (rounds) => miscounted(boxes, rounds, ticks, key);
    },
  };
}

function miscounted(
  boxes: readonly PlacedBox[],
  rounds: readonly StoredRound[],
  rolls: Awaited<ReturnType<typeof ticksOf>>,
  key: BallotKey,
): readonly Violation[] {
  const items = Object.assign({}, ...rounds.map(({ context }) => context.items)) as StoredRound['context']['items'];
  const ticks = new Map(rolls.map((roll) => [boxName(roll), roll.voted]));
  const closed = boxes.filter(
    ({ itemId, voteRound }) => items[itemId]?.status !== 'open' || items[itemId].voteRound !== voteRound,
  );
  return closed.flatMap((box) => {
    const papers = papersIn(box, key);
    const voted = ticks.get(boxName(box)) ?? 0;
    if (papers === voted) return [];
    const message = papers === undefined ? 'cannot be opened' : `holds ${papers} papers, ${voted} names are ticked off`;
    return [{ subject: boxName(box), message }];
  });
}

function papersIn(box: PlacedBox, key: BallotKey): number | undefined {
  try {
    return openBox(box.sealed, box, box, key).length;
  } catch (error) {
    if (error instanceof BoxDamagedError) return undefined;
    throw error;
  }
}
