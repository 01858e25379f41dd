import type { Actor } from '../../src/platform/auth/actor';
import type { CommandResult } from '../../src/platform/runner/command-result';
import { codesOf, Reviews, TODAY, type Round } from '../factories/reviews';
import { aPerson, listedCases } from '../factories/reviews-town';
import { describePostgresDatabase, describeSqlite, type DatabaseOf } from '../support/database';

const HALF = { fraction: '1/2', comparator: 'moreThan' };
const QUESTION = { title: 'Thông qua quy chế', kind: 'yesNo', ballot: 'open', base: 'allMembers', threshold: HALF };

/** That whoever is named to sit for a member does, where the rule of the item takes proxies, and nowhere else. */
function delegatesContract(database: DatabaseOf): void {
  describe('a delegate of a member', () => {
    let world: Reviews;
    let personId: string;
    let delegate: Actor;
    const absent = 8;
    beforeAll(async () => {
      world = await Reviews.open(database());
      personId = await aPerson(world, world.town.ward);
      const represented = { memberId: world.member(absent).memberId, personId };
      const delegation = { ...represented, validFrom: TODAY, validTo: TODAY, paper: '07/GUQ' };
      await world.accepted('council.nameDelegate', delegation, { id: world.town.council });
      delegate = { ...world.member(absent).actor, id: 'delegate', personId };
    });
    afterAll(() => world.close());

    const votingOn = async (mode: string, attendance: object): Promise<Round> => {
      const round = await world.aRound();
      await world.kept(round, ['putOnAgenda', { questions: [{ ...QUESTION, absent: mode }] }], ['convene', attendance]);
      const { items } = await world.read(round);
      const itemIds = items.map(({ id }) => id);
      await world.kept(round, ['openBallot', { itemIds }]);
      return { ...round, itemIds };
    };
    const cast = ({ id, itemIds }: Round, actor: Actor): Promise<CommandResult> =>
      world.send('review.cast', { itemId: itemIds[0], choice: 'inFavour' }, { actor, id });
    const represented = () => ({ presentIds: world.first(absent), representedIds: [world.member(absent).memberId] });

    it('has the vote of the member, once, where the rule takes proxies', async () => {
      const round = await votingOn('proxy', represented());
      expect(codesOf(await cast(round, delegate))).toEqual(['accepted']);
      expect(codesOf(await cast(round, delegate))).toEqual(['REVIEW.ALREADY_VOTED']);
      expect(codesOf(await cast(round, world.member(absent).actor))).toEqual(['REVIEW.ALREADY_VOTED']);
      expect(codesOf(await cast(round, { ...delegate, personId: await aPerson(world, world.town.ward) }))).toEqual([
        'REVIEW.NOT_ON_ROLL',
      ]);
      expect(await world.broken()).toEqual([]);
    });

    it('has none where the rule takes none, nor while the member is there', async () => {
      expect(codesOf(await cast(await votingOn('notInFavour', represented()), delegate))).not.toEqual(['accepted']);
      const everybody = { presentIds: world.first(absent + 1) };
      expect(codesOf(await cast(await votingOn('proxy', everybody), delegate))).toEqual(['REVIEW.NOT_ON_ROLL']);
    });

    it('does not judge a case of their own: the vote is off the roll of that item', async () => {
      const caseIds = await listedCases(world, 2, { people: [personId] });
      const round = await world.withAgenda(await world.aRound(), caseIds);
      await world.kept(round, ['convene', represented()]);
      const { items } = await world.read(round);
      const conflicted = items.map(({ id, conflictedMemberIds }) => [id, conflictedMemberIds]);
      expect(conflicted).toEqual([
        [round.itemIds[0], [world.member(absent).memberId]],
        [round.itemIds[1], []],
      ]);
    });
  });
}

describeSqlite('on SQLite', delegatesContract);
describePostgresDatabase('on PostgreSQL', delegatesContract);
