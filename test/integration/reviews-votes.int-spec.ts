import type { BallotChoice } from '../../src/reviews/ballots/ballot-paper';
import type { Actor } from '../../src/platform/auth/actor';
import { derivedId } from '../../src/platform/ids';
import { UnitOfWork, type Tx } from '../../src/platform/persistence';
import type { CommandResult } from '../../src/platform/runner/command-result';
import { codesOf, Reviews, type Round } from '../factories/reviews';
import { listedCases } from '../factories/reviews-town';
import { describePostgresDatabase, describeSqlite, type DatabaseOf } from '../support/database';

const YES = 'inFavour';
const MEMBERS = 20;
/** What each of the twenty says. */
const SAID = Array.from(
  { length: MEMBERS },
  (_, index) => (['inFavour', 'against', 'abstained'] as const)[(index * 7) % 3] ?? YES,
);

const closing = (round: Round): [string, object] => ['closeBallot', { itemIds: round.itemIds }];

/** How many statements a piece of work takes in units of work, their begin and end included. */
async function statementsOf(world: Reviews, work: () => Promise<void>): Promise<number> {
  const unitOfWork = world.get(UnitOfWork);
  const run = unitOfWork.run.bind(unitOfWork);
  let count = 0;
  const listening = (tx: Tx): Tx => ({
    dialect: tx.dialect,
    manager: tx.manager,
    rows: (...statement) => ((count += 1), tx.rows(...statement)),
    change: (...statement) => ((count += 1), tx.change(...statement)),
    afterCommit: (wakeUp) => {
      tx.afterCommit(wakeUp);
    },
  });
  jest.spyOn(unitOfWork, 'run').mockImplementation((each) => ((count += 2), run((tx) => each(listening(tx)))));
  await work();
  jest.restoreAllMocks();
  return count;
}

/** What the count of these choices must be. */
function bruteForce(choices: readonly BallotChoice[]): object {
  const of = (wanted: string): number => choices.filter((choice) => choice === wanted).length;
  const papers = { issued: choices.length, returned: choices.length, valid: choices.length, invalid: 0 };
  return { ...papers, inFavour: of('inFavour'), against: of('against'), abstained: of('abstained') };
}

function votesContract(database: DatabaseOf): void {
  describe('votes', () => {
    let world: Reviews;
    beforeAll(async () => {
      world = await Reviews.open(database(), { members: MEMBERS });
    });
    afterAll(() => world.close());

    const resultOf = async (round: Round): Promise<unknown> => {
      await world.kept(round, closing(round), ['count']);
      return (await world.read(round)).items[0]?.result;
    };

    it('of twenty members at once are all accepted and all counted, and each member has one', async () => {
      const round = await world.voting(await listedCases(world, 1));
      const { version } = await world.read(round);
      const first = await Promise.all(SAID.map((choice, member) => world.cast(round, 0, member, choice)));
      expect(first.map((result) => codesOf(result).join())).toEqual(SAID.map(() => 'accepted'));
      const second = await Promise.all(SAID.map((_, member) => world.cast(round, 0, member, YES)));
      expect(second.map((result) => codesOf(result).join())).toEqual(SAID.map(() => 'REVIEW.ALREADY_VOTED'));
      expect((await world.read(round)).version).toBe(version);
      expect(await resultOf(round)).toMatchObject(bruteForce(SAID));
    });

    it('are taken once when a member sends two at once, whichever comes first', async () => {
      const round = await world.voting(await listedCases(world, 1));
      const members = [0, 1, 2, 3, 4];
      const twice = members.flatMap((member) => [world.cast(round, 0, member, YES), world.cast(round, 0, member, YES)]);
      const codes = (await Promise.all(twice)).map((result) => codesOf(result).join());
      expect(codes.sort()).toEqual([...members.map(() => 'REVIEW.ALREADY_VOTED'), ...members.map(() => 'accepted')]);
      expect(await resultOf(round)).toMatchObject(bruteForce(members.map(() => YES)));
    });

    it('have one effect and one answer under one key, even with another choice', async () => {
      const round = await world.voting(await listedCases(world, 1));
      const all = await Promise.all(Array.from({ length: 6 }, () => world.cast(round, 0, 0, 'against', 'one key')));
      const answer = { outcome: 'accepted', id: round.id, version: (await world.read(round)).version, state: 'voting' };
      for (const each of all) expect(each).toEqual({ ...answer, isRepeat: expect.any(Boolean) });
      expect(all.filter((each) => each.outcome === 'accepted' && !each.isRepeat)).toHaveLength(1);
      expect(await world.cast(round, 0, 0, YES, 'one key')).toEqual({ ...answer, isRepeat: true });
      expect(await resultOf(round)).toMatchObject(bruteForce(['against']));
      expect(await world.cast(round, 0, 0, YES, 'one key')).toEqual({ ...answer, isRepeat: true });
    });

    it('are refused from strangers, from users who are nobody, and from members with a conflict', async () => {
      const people = [world.member(5).personId];
      const round = await world.voting(await listedCases(world, 1, { people }));
      const { seats } = world.member(4).actor;
      const personId = await world.accepted('person.add', { name: 'Người mẫu lạ', unitId: world.town.ward });
      const cast = (actor: Actor, input: object = {}): Promise<readonly string[]> =>
        world
          .send('review.cast', { itemId: round.itemIds[0], choice: YES, ...input }, { actor, id: round.id })
          .then(codesOf);
      const stranger = { id: derivedId('stranger'), personId, isSystem: false, seats };
      expect(await cast(stranger)).toEqual(['REVIEW.NOT_ON_ROLL']);
      expect(await cast({ ...stranger, personId: null })).toEqual(['REVIEW.NOT_ON_ROLL']);
      expect(await cast(world.office)).toEqual(['forbidden']);
      await expect(cast(world.seat('councilMember', 'elsewhere'))).rejects.toMatchObject({
        code: 'PLATFORM.NOT_FOUND',
      });
      expect(await cast(world.member(5).actor)).toEqual(['REVIEW.CONFLICT_OF_INTEREST']);
      const elsewhere = await cast(world.member(4).actor, { itemId: derivedId('no item') });
      expect(elsewhere).toEqual(['REVIEW.BALLOT_NOT_OPEN']);
      expect(await resultOf(round)).toMatchObject(bruteForce([]));
    });

    it('say what the ballot offers and nothing else, and a vote that is turned away leaves no trace', async () => {
      const round = await world.voting(await listedCases(world, 1));
      const everything = async (): Promise<object[]> => [
        ...(await world.rows('SELECT * FROM roll_entries ORDER BY id')),
        ...(await world.rows('SELECT * FROM ballot_boxes ORDER BY item_id, kind')),
        ...(await world.rows('SELECT stream_id, seq FROM events ORDER BY stream_id, seq')),
        ...(await world.rows('SELECT consumer, message_id FROM processed_messages ORDER BY consumer, message_id')),
      ];
      const before = await everything();
      const options = [derivedId('an option')];
      await expect(world.cast(round, 0, 0, options)).rejects.toMatchObject({ code: 'REVIEW.CHOICE_NOT_OFFERED' });
      await expect(world.cast(round, 0, 0, 'maybe' as never)).rejects.toMatchObject({ code: 'HTTP.INVALID_REQUEST' });
      const remark = await world.send(
        'review.cast',
        { itemId: round.itemIds[0], choice: YES },
        { actor: world.chair, id: round.id, comment: 'Tôi đồng ý' },
      );
      expect(codesOf(remark)).toEqual(['REVIEW.REMARK_ON_VOTE']);
      expect(await everything()).toEqual(before);
    });

    it('of a member who saw another state of the round are stale, where the request says which one it was', async () => {
      const round = await world.voting(await listedCases(world, 1));
      const { version } = await world.read(round);
      const vote = (expectedVersion: number): Promise<CommandResult> =>
        world.send(
          'review.cast',
          { itemId: round.itemIds[0], choice: YES },
          { actor: world.chair, id: round.id, expectedVersion },
        );
      expect(await vote(version - 1)).toEqual({ outcome: 'stale', version });
      expect(codesOf(await vote(version))).toEqual(['accepted']);
      expect(await resultOf(round)).toMatchObject(bruteForce([YES]));
    });

    it('take at most nine statements each', async () => {
      const round = await world.voting(await listedCases(world, 1));
      const heard = await statementsOf(world, () => world.castAll(round, 0, [YES]));
      expect(heard).toBeGreaterThan(0);
      expect(heard).toBeLessThanOrEqual(9);
    });

    it('come too late once the ballot is closed', async () => {
      const round = await world.voting(await listedCases(world, 1));
      await world.castAll(round, 0, [YES]);
      await world.kept(round, closing(round));
      expect(codesOf(await world.cast(round, 0, 1, YES))).toEqual(['REVIEW.BALLOT_NOT_OPEN']);
      await world.kept(round, ['count']);
      expect(codesOf(await world.cast(round, 0, 2, YES))).toEqual(['REVIEW.NOT_IN_STATE']);
      expect((await world.read(round)).items[0]?.result).toMatchObject(bruteForce([YES]));
    });

    it('race with the end of the ballot: each that was acknowledged is counted, and no other', async () => {
      const round = await world.voting(await listedCases(world, 1));
      const half = SAID.slice(0, MEMBERS / 2).map((choice, member) => world.cast(round, 0, member, choice));
      const closed = world.keep(round, ...closing(round));
      const rest = SAID.slice(half.length).map((choice, member) => world.cast(round, 0, half.length + member, choice));
      const results = await Promise.all([...half, ...rest]);
      expect(codesOf(await closed)).toEqual(['accepted']);
      const taken = SAID.filter((_, member) => results[member]?.outcome === 'accepted');
      const late = results.filter(({ outcome }) => outcome !== 'accepted').flatMap(codesOf);
      expect(late).toEqual(late.map(() => 'REVIEW.BALLOT_NOT_OPEN'));
      expect(late.length + taken.length).toBe(MEMBERS);
      await world.kept(round, ['count']);
      expect((await world.read(round)).items[0]?.result).toMatchObject(bruteForce(taken));
    });

    it('keep every promise that data can show', async () => {
      await world.drain();
      expect(await world.broken()).toEqual([]);
    });
  });
}

describeSqlite('on SQLite', votesContract);
describePostgresDatabase('on PostgreSQL', votesContract);
