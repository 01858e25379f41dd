import { UnitOfWork } from '../../src/platform/persistence';
import { codesOf, Reviews, type Round } from '../factories/reviews';
import { listedCases } from '../factories/reviews-town';
import { describePostgresDatabase, type DatabaseOf } from '../support/database';
import { eventually } from '../support/eventually';

const YES = 'inFavour';

const closing = (round: Round): [string, object] => ['closeBallot', { itemIds: round.itemIds }];

/** Something that one side gives and the other waits for. */
function aSignal(): { readonly given: Promise<void>; readonly give: () => void } {
  let give: () => void = () => undefined;
  const given = new Promise<void>((resolve) => {
    give = resolve;
  });
  return {
    given,
    give: () => {
      give();
    },
  };
}

/** What PostgreSQL lets happen at the same time, one step at a time: a vote is stopped before it reaches its box. */
function interleavedContract(database: DatabaseOf): void {
  describe('a vote that is on its way', () => {
    let world: Reviews;
    beforeAll(async () => {
      world = await Reviews.open(database());
    });
    afterAll(() => world.close());

    /** Holds the boxes of an item until it is called back. */
    const holdBoxes = async (round: Round): Promise<() => Promise<void>> => {
      const [held, gate] = [aSignal(), aSignal()];
      const work = world.get(UnitOfWork).run(async (tx) => {
        await tx.rows('SELECT kind FROM ballot_boxes WHERE item_id = ? FOR UPDATE', [round.itemIds[0] ?? '']);
        held.give();
        await gate.given;
      });
      await Promise.race([held.given, work]);
      return () => {
        gate.give();
        return work;
      };
    };

    const waiting = (count: number): Promise<void> =>
      eventually(async () => {
        const rows = await world.rows(
          "SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'",
        );
        expect(rows).toHaveLength(count);
      });

    it('is waited for by the end of the ballot, and counted', async () => {
      const round = await world.voting(await listedCases(world, 1));
      const release = await holdBoxes(round);
      const vote = world.cast(round, 0, 0, YES);
      await waiting(1);
      const closed = world.keep(round, ...closing(round));
      await waiting(2);
      const late = world.cast(round, 0, 1, YES);
      await release();
      expect([codesOf(await vote), codesOf(await closed)]).toEqual([['accepted'], ['accepted']]);
      const lateCodes = codesOf(await late);
      await world.kept(round, ['count']);
      const { result } = (await world.read(round)).items[0] ?? {};
      expect(result).toMatchObject({ inFavour: lateCodes[0] === 'accepted' ? 2 : 1 });
    });

    it('as a written opinion is waited for by the count', async () => {
      const round = await world.voting(await listedCases(world, 1, { tier: 'CSTDCS' }), 8);
      await world.castAll(round, 0, [YES, YES, YES, YES, YES, YES, YES, YES]);
      await world.kept(round, closing(round), ['awaitWritten']);
      const release = await holdBoxes(round);
      const { memberId } = world.member(8);
      const opinion = world.keep(round, 'receiveWritten', { itemId: round.itemIds[0], memberId, choice: YES });
      await waiting(1);
      const counted = world.keep(round, 'count');
      await waiting(2);
      await release();
      expect([codesOf(await opinion), codesOf(await counted)]).toEqual([['accepted'], ['accepted']]);
      expect((await world.read(round)).items[0]?.result).toMatchObject({ inFavour: 9, valid: 9, writtenReceived: 1 });
    });
  });
}

describePostgresDatabase('on PostgreSQL', interleavedContract);
