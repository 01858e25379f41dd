import type { ReviewItem } from '../../workflows/review';
import { ConcurrencyError } from '../../src/platform/errors/platform.errors';
import { derivedId, SystemRandomness } from '../../src/platform/ids';
import { UniqueViolationError, type Persistence } from '../../src/platform/persistence';
import { reviewsSchema } from '../../src/reviews';
import { BallotBoxes } from '../../src/reviews/ballots/ballot-boxes';
import type { BallotChoice } from '../../src/reviews/ballots/ballot-paper';
import { openRolls, readBox, tickOff, ticksOf, voterOf } from '../../src/reviews/ballots/ballots.repository';
import {
  BOX_KINDS,
  BoxDamagedError,
  BoxIncompleteError,
  openBox,
  type BoxLabel,
} from '../../src/reviews/ballots/sealed-box';
import { memberOfRound, writeItems, writeMembers, type ItemsAt } from '../../src/reviews/reviews.repository';
import { usePersistence, type DatabaseOf } from '../support/database';

const MEMBERS = Array.from({ length: 20 }, (_, index) => derivedId('member', String(index)));
const OPTIONS = ['a', 'b', 'c'].map((name) => derivedId('option', name));

const anItem = (more: Partial<ReviewItem> = {}): ReviewItem => ({
  tier: 'GK',
  kind: 'yesNo',
  choose: null,
  ballot: 'secret',
  passRule: {
    base: 'allMembers',
    threshold: { fraction: '1/2', comparator: 'moreThan' } as never,
    conflictEffect: 'countsAsNotInFavour',
    absent: 'writtenOpinion',
  },
  quorum: null,
  caseId: null,
  title: null,
  ordinal: 1,
  status: 'closed',
  voteRound: 1,
  turnout: null,
  presiderId: null,
  result: null,
  earlier: null,
  stepDownTo: null,
  ...more,
});

/** What rolls and boxes promise, on either database. */
export function ballotsContract(database: DatabaseOf): void {
  describe('rolls and boxes', () => {
    const open = usePersistence(database, reviewsSchema);
    const randomness = new SystemRandomness();
    const key = randomness.bytes(32);
    const boxes = new BallotBoxes(key, randomness);
    let count = 0;

    /** A round with one item; the first members have ballots, the last one sends an opinion. */
    const aBallot = async (item = anItem()): Promise<{ reviewId: string; itemId: string; label: BoxLabel }> => {
      count += 1;
      const [reviewId, itemId] = [derivedId('review', String(count)), derivedId('item', String(count))];
      const { uow } = open();
      await uow.run((tx) =>
        writeItems(tx, reviewId, { items: {}, isOver: false }, { items: { [itemId]: item }, isOver: false }),
      );
      await openAgain(reviewId, itemId, item);
      return { reviewId, itemId, label: { itemId, voteRound: item.voteRound, kind: 'ballots' } };
    };

    const openAgain = (reviewId: string, itemId: string, item: ReviewItem): Promise<void> =>
      open().uow.run(async (tx) => {
        const labels = BOX_KINDS.map((kind) => ({ itemId, voteRound: item.voteRound, kind }));
        const rolls = labels.map((label) => ({
          ...label,
          memberIds: label.kind === 'ballots' ? MEMBERS.slice(0, -1) : MEMBERS.slice(-1),
        }));
        await openRolls(tx, reviewId, rolls);
        await boxes.setUp(tx, [{ labels, item }], { memberCount: MEMBERS.length });
      });

    const take = (label: BoxLabel, member: number, choice: BallotChoice, item = anItem()): Promise<boolean> =>
      open().uow.run((tx) => boxes.take(tx, { label, memberId: MEMBERS[member] ?? '', item, choice }));

    const counted = (reviewId: string, itemId: string, item = anItem()): Promise<unknown> =>
      boxes.count(open().reads, reviewId, { [itemId]: item }).then((counts) => counts[itemId]);

    const sealedOf = async ({ reads }: Persistence, label: BoxLabel): Promise<string> =>
      (await readBox(reads, label))?.sealed ?? '';

    it('take the papers of all members at once, each of them once', async () => {
      const { reviewId, itemId, label } = await aBallot();
      const voters = MEMBERS.slice(0, -1);
      const choices = voters.map((_, index) => (index % 3 === 0 ? ('against' as const) : ('inFavour' as const)));
      const twice = [...choices, ...choices].map((choice, index) => take(label, index % voters.length, choice));
      const taken = await Promise.all(twice);
      expect(taken.filter(Boolean)).toHaveLength(voters.length);
      expect(await take({ ...label, kind: 'opinions' }, 19, 'inFavour')).toBe(true);
      expect(await counted(reviewId, itemId)).toMatchObject({
        valid: 20,
        inFavour: 13,
        against: 7,
        writtenAmong: 1,
      });
    });

    it('take a paper only from a name on the roll of that very box and vote round', async () => {
      const { reviewId, itemId, label } = await aBallot();
      expect(await take({ ...label, kind: 'opinions' }, 0, 'inFavour')).toBe(false);
      expect(await take(label, 19, 'inFavour')).toBe(false);
      expect(await take({ ...label, voteRound: 2 }, 0, 'inFavour')).toBe(false);
      const stranger = { label, memberId: derivedId('stranger'), item: anItem(), choice: 'inFavour' as const };
      expect(await open().uow.run((tx) => boxes.take(tx, stranger))).toBe(false);
      expect(await counted(reviewId, itemId)).toMatchObject({ valid: 0, writtenAmong: 0 });
    });

    it('look different after each paper and have one size', async () => {
      const { label } = await aBallot();
      const states = [await sealedOf(open(), label)];
      for (const [member, choice] of (['inFavour', 'against', 'abstained'] as const).entries()) {
        await take(label, member, choice);
        states.push(await sealedOf(open(), label));
      }
      expect(new Set(states).size).toBe(4);
      expect(new Set(states.map((sealed) => sealed.length)).size).toBe(1);
      const box = await readBox(open().reads, label);
      expect(box && openBox(box.sealed, box, label, key)).toEqual(['n', 'o', 'y']);
    });

    it('keep nothing of a paper whose unit of work was rolled back', async () => {
      const { reviewId, itemId, label } = await aBallot();
      const undone = open().uow.run(async (tx) => {
        await boxes.take(tx, { label, memberId: MEMBERS[0] ?? '', item: anItem(), choice: 'against' });
        throw new Error('undone');
      });
      await expect(undone).rejects.toThrow('undone');
      expect(await counted(reviewId, itemId)).toMatchObject({ valid: 0 });
      expect(await take(label, 0, 'inFavour')).toBe(true);
      expect(await counted(reviewId, itemId)).toMatchObject({ valid: 1, inFavour: 1 });
    });

    it('count the options of a ballot that chooses', async () => {
      const item = anItem({ kind: 'choose', choose: 2, options: OPTIONS });
      const { reviewId, itemId, label } = await aBallot(item);
      const [a = '', b = '', c = ''] = OPTIONS;
      const papers = [[a, b], [c], [], [b, a]];
      await Promise.all(papers.map((choice, member) => take(label, member, choice, item)));
      expect(await counted(reviewId, itemId, item)).toMatchObject({
        valid: 4,
        inFavour: 3,
        abstained: 1,
        votes: { [a]: 2, [b]: 2, [c]: 1 },
      });
    });

    it('are set up anew for a revote, once', async () => {
      const { reviewId, itemId, label } = await aBallot();
      await take(label, 0, 'against');
      const second = anItem({ voteRound: 2 });
      await openAgain(reviewId, itemId, second);
      expect(await take({ ...label, voteRound: 2 }, 0, 'inFavour')).toBe(true);
      expect(await counted(reviewId, itemId, second)).toMatchObject({ valid: 1, inFavour: 1 });
      expect(await counted(reviewId, itemId)).toMatchObject({ valid: 1, against: 1 });
      await expect(openAgain(reviewId, itemId, second)).rejects.toThrow(UniqueViolationError);
    });

    it('find out another key, a box from elsewhere, an older copy and a box that is gone', async () => {
      const { reviewId, itemId, label } = await aBallot();
      const other = await aBallot();
      const older = await sealedOf(open(), label);
      await take(label, 0, 'inFavour');
      const whole = await sealedOf(open(), label);
      const put = (sealed: string): Promise<number> =>
        open().uow.run((tx) =>
          tx.change("UPDATE ballot_boxes SET sealed = ? WHERE item_id = ? AND kind = 'ballots'", [sealed, itemId]),
        );
      const strangers = new BallotBoxes(randomness.bytes(32), randomness);
      await expect(strangers.count(open().reads, reviewId, { [itemId]: anItem() })).rejects.toThrow(BoxDamagedError);
      await put(await sealedOf(open(), other.label));
      await expect(counted(reviewId, itemId)).rejects.toThrow(BoxDamagedError);
      await expect(take(label, 1, 'inFavour')).rejects.toThrow(BoxDamagedError);
      await put(older);
      await expect(counted(reviewId, itemId)).rejects.toThrow(BoxIncompleteError);
      await put(whole);
      expect(await counted(reviewId, itemId)).toMatchObject({ valid: 1 });
      await open().uow.run((tx) => tx.change('DELETE FROM ballot_boxes WHERE item_id = ?', [itemId]));
      await expect(counted(reviewId, itemId)).rejects.toThrow(BoxIncompleteError);
      await expect(take(label, 1, 'inFavour')).rejects.toThrow(BoxIncompleteError);
      expect(await ticksOf(open().reads, [reviewId])).toContainEqual({ ...label, voted: 1 });
    });

    it('let one of many requests of a member tick the name off, and hand over the box as the last one left it', async () => {
      const { label } = await aBallot();
      const [first = ''] = MEMBERS;
      const ticked = await Promise.all(
        Array.from({ length: 10 }, () => open().uow.run((tx) => tickOff(tx, label, first))),
      );
      expect(ticked.filter((box) => box !== undefined)).toEqual([{ sealed: await sealedOf(open(), label) }]);
    });

    it('know a person of the round, and whether they have voted', async () => {
      const { reviewId, itemId, label } = await aBallot();
      const [personId, memberId = ''] = [derivedId('person'), MEMBERS[0]];
      const sit = (members: readonly { personId: string; memberId: string; seat: 'member' }[]): Promise<void> =>
        open().uow.run((tx) => writeMembers(tx, reviewId, members));
      await sit([{ personId, memberId, seat: 'member' }]);
      const voter = (person: string): Promise<unknown> =>
        voterOf(open().reads, reviewId, person, { itemId, voteRound: 1 });
      expect(await voter(personId)).toEqual({ memberId, hasVoted: false });
      await take(label, 0, 'inFavour');
      expect(await voter(personId)).toEqual({ memberId, hasVoted: true });
      expect(await voter(derivedId('nobody'))).toBeUndefined();
      await sit([]);
      expect(await memberOfRound(open().reads, reviewId, personId)).toBeNull();
    });
  });

  describe('the items of rounds', () => {
    const open = usePersistence(database, reviewsSchema);

    it('hold a case for one round at a time', async () => {
      const caseId = derivedId('case');
      const [first, second] = [derivedId('round', '1'), derivedId('round', '2')];
      const agenda = (isOver: boolean, ...items: [name: string, status: ReviewItem['status']][]): ItemsAt => ({
        isOver,
        items: Object.fromEntries(items.map(([name, status]) => [derivedId(name), anItem({ caseId, status })])),
      });
      const write = (round: string, before: ItemsAt, after: ItemsAt): Promise<void> =>
        open().uow.run((tx) => writeItems(tx, round, before, after));
      const none = agenda(false);
      const [waiting, off] = [agenda(false, ['one', 'waiting']), agenda(false, ['one', 'takenOff'])];
      await write(first, none, waiting);
      await expect(write(second, none, agenda(false, ['two', 'waiting']))).rejects.toThrow(ConcurrencyError);
      await write(first, waiting, off);
      await write(second, none, agenda(false, ['two', 'waiting']));
      await expect(write(first, off, agenda(false, ['one', 'takenOff'], ['three', 'waiting']))).rejects.toThrow();
      await write(second, agenda(false, ['two', 'waiting']), agenda(true, ['two', 'counted']));
      await write(first, off, agenda(false, ['one', 'takenOff'], ['three', 'waiting']));
      const sql = `SELECT review_id AS "round", status, held_case_id AS "held" FROM review_items
        WHERE case_id = ? ORDER BY status`;
      expect(await open().reads.rows(sql, [caseId])).toEqual([
        { round: second, status: 'counted', held: null },
        { round: first, status: 'takenOff', held: null },
        { round: first, status: 'waiting', held: caseId },
      ]);
    });
  });
}
