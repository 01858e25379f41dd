import { SYSTEM_SCOPE, type Scope } from '../../src/platform/auth/scope';
import { ReadDatabase, type PersistenceOptions } from '../../src/platform/persistence';
import { ReviewsQueries } from '../../src/reviews';
import { ReviewAvailability } from '../../src/reviews/review-availability';
import type { YesNoChoice } from '../../src/reviews/ballots/ballot-paper';
import { Reviews, type Round } from '../factories/reviews';
import { listedCases } from '../factories/reviews-town';
import { everyRow, twinOf, type Twin } from '../factories/reviews-twins';
import { describePostgresDatabase, describeSqlite, type DatabaseOf } from '../support/database';
import { useTemporaryDirectory } from '../support/temporary-directory';

type Said = readonly (readonly [member: number, choice: YesNoChoice])[];
type Dump = Readonly<Record<string, readonly string[]>>;

const [YES, NO, NEITHER] = ['inFavour', 'against', 'abstained'] as const;
const CHOICE_WORD = /\b(inFavour|against|abstained)\b/;

/** What eight members say, the same papers from other hands in the opposite order, and other papers. */
const SAID: Said = [YES, NO, YES, NEITHER, YES, YES, NO, YES].map((choice, member) => [member, choice] as const);
const SWAPPED: Said = [NO, YES, NEITHER, YES, YES, NO, YES, YES]
  .map((choice, member) => [member, choice] as const)
  .reverse();
const OTHERWISE: Said = [NO, NO, NO, NO, NO, NO, NO, NO].map((choice, member) => [member, choice] as const);

/** What can be seen of one history of votes. */
interface Seen {
  readonly open: Dump;
  readonly answers: string;
  readonly counted: Dump;
}

/** A history that was played, with its world still open. */
interface Played {
  readonly world: Reviews;
  readonly twin: Twin;
}

function secrecyContract(database: DatabaseOf): void {
  describe('the secret of a vote', () => {
    const keys = useTemporaryDirectory();
    let origin: PersistenceOptions;
    let round: Round;
    const seen = new Map<string, Seen>();
    let last: Played;

    /** Lets the members say this on a copy of the same town, at the same moment and with the same randomness. */
    const play = async (name: string, said: Said): Promise<Played> => {
      const twin = await twinOf(origin, name);
      const world = await Reviews.open(twin.database, { directory: keys(), isEmpty: false, session: 'twin' });
      for (const [member, choice] of said) {
        const result = await world.cast(round, 0, member, choice, `the vote of ${member}`);
        if (result.outcome !== 'accepted') throw new Error(JSON.stringify(result));
      }
      const open = await everyRow(world.get(ReadDatabase));
      const answers = await answersOf(world);
      await world.kept(round, ['closeBallot', { itemIds: round.itemIds }], ['count']);
      seen.set(name, { open, answers, counted: await everyRow(world.get(ReadDatabase)) });
      return { world, twin };
    };

    const end = async ({ world, twin }: Played): Promise<void> => {
      await world.close();
      await twin.drop();
    };

    /** Everything that the application answers about the round, to whoever may ask. */
    const answersOf = async (world: Reviews): Promise<string> => {
      const scope: Scope = { ...SYSTEM_SCOPE, everything: false, unitPaths: [`/${world.town.city}/`] };
      const queries = world.get(ReviewsQueries);
      const availability = world.get(ReviewAvailability);
      const actors = [world.member(0).actor, world.member(3).actor, world.member(8).actor, world.office];
      return JSON.stringify([
        await queries.list(scope, { limit: 50 }),
        await queries.one(scope, round.id),
        await Promise.all(actors.map((actor) => availability.of(actor, round.id))),
      ]);
    };

    // A hook each: opening an application takes its time on a busy machine.
    beforeAll(async () => {
      origin = database();
      const world = await Reviews.open(origin, { directory: keys() });
      round = await world.voting(await listedCases(world, 1));
      await world.close();
    });
    beforeAll(async () => end(await play('said', SAID)));
    beforeAll(async () => end(await play('swapped', SWAPPED)));
    beforeAll(async () => {
      last = await play('otherwise', OTHERWISE);
    });
    afterAll(() => end(last));

    const of = (name: string): Seen => {
      const found = seen.get(name);
      if (!found) throw new Error(`Nothing was seen of ${name}`);
      return found;
    };

    it('is kept by the whole database: it is the same, byte for byte, whoever cast which paper, in whatever order', () => {
      expect(of('swapped').open).toEqual(of('said').open);
      expect(of('swapped').counted).toEqual(of('said').counted);
    });

    it('is kept by everything but the box whatever is in it, and the box has one size', () => {
      const { ballot_boxes: boxes = [], ...rest } = of('said').open;
      const { ballot_boxes: others = [], ...otherRest } = of('otherwise').open;
      expect(otherRest).toEqual(rest);
      expect(boxes).toHaveLength(2);
      expect(others).not.toEqual(boxes);
      const sizes = (rows: readonly string[]): number[] => rows.map((row) => row.length);
      expect(sizes(others)).toEqual(sizes(boxes));
      // The request hashes among them: a key sent again with another choice is the same request.
      expect(rest.processed_messages?.filter((row) => row.includes('the vote of'))).toHaveLength(SAID.length);
    });

    it('is kept by every answer while the item is open: what members said makes no difference to any', () => {
      expect(of('otherwise').answers).toBe(of('said').answers);
      expect(of('said').answers).not.toMatch(CHOICE_WORD);
    });

    it('shows in no cell of any table while the item is open', () => {
      const cells = Object.entries(of('said').open).flatMap(([table, rows]) =>
        rows.filter((row) => CHOICE_WORD.test(row)).map((row) => `${table}: ${row}`),
      );
      expect(cells).toEqual([]);
    });

    it('shows as sums only once the item is counted, and never in the record of a vote', () => {
      const { counted } = of('said');
      const telling = Object.keys(counted).filter((table) => counted[table]?.some((row) => CHOICE_WORD.test(row)));
      expect(telling).toEqual(['events', 'review_rounds']);
      const votes = counted.events?.filter((row) => row.includes('rollEntry')) ?? [];
      expect(votes).toHaveLength(SAID.length);
      for (const vote of votes) expect(vote).not.toMatch(CHOICE_WORD);
      for (const row of counted.events?.filter((event) => CHOICE_WORD.test(event)) ?? []) {
        expect(row).toMatch(/review\.(count|minute|sign|close)/);
      }
    });

    it('is not had by an older copy of a box that is put back: the count finds it out, and nothing is counted', async () => {
      const { world } = last;
      const again = await world.voting(await listedCases(world, 1));
      const [itemId = ''] = again.itemIds;
      const boxOf = async (): Promise<string> => {
        const [box] = await world.rows<{ sealed: string }>(
          "SELECT sealed FROM ballot_boxes WHERE item_id = ? AND kind = 'ballots'",
          [itemId],
        );
        return box?.sealed ?? '';
      };
      const putBack = (sealed: string): Promise<void> =>
        world.damage("UPDATE ballot_boxes SET sealed = ? WHERE item_id = ? AND kind = 'ballots'", [sealed, itemId]);
      await world.castAll(again, 0, [YES, YES, NO]);
      const older = await boxOf();
      for (const member of [3, 4]) await world.cast(again, 0, member, NO);
      const whole = await boxOf();
      await putBack(older);
      await world.kept(again, ['closeBallot', { itemIds: again.itemIds }]);
      await expect(world.keep(again, 'count')).rejects.toMatchObject({
        code: 'REVIEW.BOX_INCOMPLETE',
        details: { papers: 3, voted: 5 },
      });
      expect((await world.read(again)).items).toMatchObject([{ status: 'closed', result: null }]);
      await world.damage("DELETE FROM ballot_boxes WHERE item_id = ? AND kind = 'opinions'", [itemId]);
      await putBack(whole);
      await expect(world.keep(again, 'count')).rejects.toMatchObject({ details: { papers: null, voted: 0 } });
    });
  });
}

describeSqlite('on SQLite', secrecyContract);
describePostgresDatabase('on PostgreSQL', secrecyContract);
