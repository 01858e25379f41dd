import { pagesOf, scan, type Invariant, type Violation } from '../../platform/invariants';
import type { RowReader } from '../../platform/persistence';
import { readBoxesOf, ticksOf, type PlacedBox } from '../ballots/ballots.repository';
import { BoxDamagedError, openBox, type BallotKey } from '../ballots/sealed-box';
import { boxName } from './boxes';
import { roundsOf, type StoredRound } from './opened-ballots';

/**
 * A box holds as many papers as names are ticked off: no paper was slipped in or taken out. Only where the key is, and only
 * of ballots that are closed: while one is open nobody opens its box. Nothing but the number leaves this check.
 */
export function papersEqualTicks(key: BallotKey): Invariant {
  return {
    name: 'papers-equal-ticked-names',
    promise: 6,
    describe: {
      vi: 'Số phiếu trong mỗi hòm bằng số thành viên đã được đánh dấu biểu quyết.',
      en: 'Every box holds as many papers as names are ticked off on its roll.',
    },
    check: (context) => {
      const { reads, registry } = context;
      return scan(context, {
        page: pagesOf(reads, 'review_rounds'),
        judge: async (ids) => {
          const found: Violation[] = [];
          for (const round of await roundsOf(reads, registry, ids))
            found.push(...(await miscounted(reads, round, key)));
          return found;
        },
      });
    },
  };
}

async function miscounted(
  reads: RowReader,
  { id, context: { items } }: StoredRound,
  key: BallotKey,
): Promise<readonly Violation[]> {
  const ticks = new Map((await ticksOf(reads, id)).map((roll) => [boxName(roll), roll.voted]));
  const closed = (await readBoxesOf(reads, id)).filter(
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
