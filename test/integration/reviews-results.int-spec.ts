import { addDays } from '../../workflows/kernel';
import { codesOf, REASON, Reviews, SITTING, TODAY, type Round } from '../factories/reviews';
import { listedCases } from '../factories/reviews-town';
import { describePostgresDatabase, describeSqlite, type DatabaseOf } from '../support/database';

const YES = 'inFavour';
const DAY_MS = 86_400_000;

function resultContract(database: DatabaseOf): void {
  describe('what a vote came to', () => {
    let world: Reviews;
    beforeAll(async () => {
      world = await Reviews.open(database());
    });
    afterEach(() => world.clock.set(SITTING));
    afterAll(() => world.close());

    describe('a conflict of interest', () => {
      const declare = (round: Round, item: number, member: number, by: number): Promise<readonly string[]> =>
        world
          .send(
            'review.declareConflict',
            { itemId: round.itemIds[item], memberId: world.member(member).memberId },
            { actor: world.member(by).actor, id: round.id },
          )
          .then(codesOf);

      it('keeps members off the roll for their own case, and warns when it can no longer pass', async () => {
        const people = [world.member(2).personId];
        const caseIds = [
          ...(await listedCases(world, 1, { people })),
          ...(await listedCases(world, 1, { tier: 'CSTDCS', people })),
        ];
        const round = await world.convened(caseIds);
        const before = await world.read(round);
        const own = [world.member(2).memberId];
        expect(before.items.map(({ conflictedMemberIds }) => conflictedMemberIds)).toEqual([own, own]);
        expect(before.unpassableItemIds).toEqual([]);
        expect(await declare(round, 1, 8, 8)).toEqual(['accepted']);
        // Seven of nine may vote on the second: four fifths of all nine are out of reach.
        expect((await world.read(round)).unpassableItemIds).toEqual([round.itemIds[1]]);
        await world.kept(round, ['openBallot', { itemIds: round.itemIds }]);
        expect(codesOf(await world.cast(round, 0, 2, YES))).toEqual(['REVIEW.CONFLICT_OF_INTEREST']);
        for (const item of [0, 1]) {
          for (const member of [0, 1, 3, 4, 5])
            expect(codesOf(await world.cast(round, item, member, YES))).toEqual(['accepted']);
        }
        await world.kept(round, ['closeBallot', { itemIds: round.itemIds }], ['count']);
        expect((await world.read(round)).items).toMatchObject([
          { isPassed: true, result: { inFavour: 5, base: 9, needed: 5 } },
          { isPassed: false, result: { inFavour: 5, base: 9, needed: 8 } },
        ]);
        const rolls = await world.rows<{ names: number }>(
          'SELECT CAST(COUNT(*) AS INTEGER) AS names FROM roll_entries WHERE item_id = ?',
          [round.itemIds[0] ?? ''],
        );
        expect(rolls).toEqual([{ names: 8 }]);
      });

      it('is declared by members for themselves, by the chair for anybody, until the vote begins', async () => {
        const round = await world.convened(await listedCases(world, 2));
        expect(await declare(round, 0, 3, 2)).toEqual(['REVIEW.NOT_YOUR_CONFLICT']);
        expect(await declare(round, 0, 2, 2)).toEqual(['accepted']);
        expect(await declare(round, 0, 2, 2)).toEqual(['REVIEW.CONFLICT_OF_INTEREST']);
        expect((await world.read(round)).unpassableItemIds).toEqual([]);
        for (const member of [3, 4, 5]) expect(await declare(round, 0, member, 0)).toEqual(['accepted']);
        expect((await world.read(round)).unpassableItemIds).toEqual([]);
        expect(await declare(round, 0, 6, 0)).toEqual(['accepted']);
        expect((await world.read(round)).unpassableItemIds).toEqual([round.itemIds[0]]);
        await world.kept(round, ['openBallot', { itemIds: [round.itemIds[1]] }]);
        expect(await declare(round, 1, 2, 2)).toEqual(['REVIEW.VOTE_BEGUN']);
        await world.castAll(round, 1, [YES, YES, YES, YES]);
      });

      it('of the chair hands the item over to a vice chair', async () => {
        const round = await world.convened(await listedCases(world, 2));
        expect(await declare(round, 0, 0, 0)).toEqual(['accepted']);
        const presider = async (): Promise<unknown> => {
          const [row] = await world.rows<{ snapshot: string }>('SELECT snapshot FROM review_rounds WHERE id = ?', [
            round.id,
          ]);
          return (JSON.parse(row?.snapshot ?? '') as { context: { chairId: string } }).context.chairId;
        };
        await world.kept(round, ['openBallot', { itemIds: [round.itemIds[0]] }]);
        expect(await presider()).toBe(world.member(1).memberId);
        await world.kept(round, ['closeBallot', { itemIds: [round.itemIds[0]] }]);
        expect(await presider()).toBe(world.member(0).memberId);
        expect(await declare(round, 1, 0, 0)).toEqual(['accepted']);
        expect(await declare(round, 1, 1, 0)).toEqual(['accepted']);
        const opened = await world.keep(round, 'openBallot', { itemIds: [round.itemIds[1]] });
        expect(codesOf(opened)).toEqual(['REVIEW.CHAIR_CONFLICTED']);
      });
    });

    describe('a result', () => {
      const opinion = (round: Round, item: number, member: number, choice: string): Promise<readonly string[]> => {
        const { memberId } = world.member(member);
        return world.keep(round, 'receiveWritten', { itemId: round.itemIds[item], memberId, choice }).then(codesOf);
      };
      const close = (round: Round): Promise<void> => world.kept(round, ['closeBallot', { itemIds: round.itemIds }]);
      const boxesOf = (round: Round): Promise<object[]> =>
        world.rows(
          `SELECT vote_round AS "voteRound", kind FROM ballot_boxes WHERE item_id = ? ORDER BY vote_round, kind`,
          [round.itemIds[0] ?? ''],
        );

      it('counts written opinions of absent members: one item passes exactly, one fails by one', async () => {
        const round = await world.voting(await listedCases(world, 2, { tier: 'CSTDCS' }), 7);
        for (const item of [0, 1]) await world.castAll(round, item, Array<string>(7).fill(YES) as never);
        expect(codesOf(await world.cast(round, 0, 7, YES))).toEqual(['REVIEW.NOT_PRESENT']);
        expect(await opinion(round, 0, 7, YES)).toEqual(['REVIEW.NOT_IN_STATE']);
        await close(round);
        expect(codesOf(await world.keep(round, 'count'))).toEqual(['REVIEW.WRITTEN_AWAITED']);
        expect(await world.keep(round, 'awaitWritten')).toMatchObject({ state: 'awaitingWritten' });
        expect(await opinion(round, 0, 7, YES)).toEqual(['accepted']);
        expect(await opinion(round, 0, 7, 'against')).toEqual(['REVIEW.ALREADY_VOTED']);
        expect(await opinion(round, 0, 0, YES)).toEqual(['REVIEW.NOT_ABSENT', 'REVIEW.ALREADY_VOTED']);
        expect(await opinion(round, 1, 7, 'against')).toEqual(['accepted']);
        expect(codesOf(await world.cast(round, 0, 8, YES))).toEqual(['REVIEW.NOT_IN_STATE']);
        await world.kept(round, ['count']);
        expect((await world.read(round)).items).toMatchObject([
          {
            isPassed: true,
            sentence: { vi: 'Cần ít nhất 8 phiếu đồng ý trên 9 thành viên, có 8: đạt.' },
            // Nobody can tell from the figures what the only absent member who wrote has said.
            result: { inFavour: 8, valid: 8, against: 0, writtenReceived: 1, writtenInFavour: null },
            citation: { text: 'Nghị định 98/2023/NĐ-CP, Điều 30 khoản 7' },
          },
          { isPassed: false, result: { inFavour: 7, needed: 8, valid: 8, against: 1, writtenReceived: 1 } },
        ]);
        expect(await opinion(round, 1, 8, YES)).toEqual(['REVIEW.NOT_IN_STATE']);
      });

      it('takes the opinions of those who were absent when the ballot was opened', async () => {
        const round = await world.voting(await listedCases(world, 1, { tier: 'CSTDCS' }), 8);
        await world.castAll(round, 0, [YES, YES, YES, YES, YES, YES, YES]);
        await close(round);
        await world.kept(round, ['adjourn', REASON]);
        world.clock.advance(DAY_MS);
        await world.kept(round, ['reconvene', { presentIds: world.first(7) }], ['awaitWritten']);
        // Had a ballot on the first day and did not use it.
        expect(await opinion(round, 0, 7, YES)).toEqual(['REVIEW.NOT_ABSENT']);
        expect(await opinion(round, 0, 8, YES)).toEqual(['accepted']);
        await world.kept(round, ['count']);
        expect((await world.read(round)).items).toMatchObject([{ isPassed: true, result: { inFavour: 8 } }]);
      });

      it('that is a tie is voted on again, with a roll and a box of its own', async () => {
        const round = await world.voting(await listedCases(world, 1));
        await world.castAll(round, 0, [YES, YES, YES, YES, 'against', 'against', 'against', 'against']);
        await close(round);
        await world.kept(round, ['count']);
        expect((await world.read(round)).items).toMatchObject([{ isPassed: false, result: { isTie: true } }]);
        const again = { itemIds: round.itemIds };
        expect(codesOf(await world.keep(round, 'revote', again))).toEqual(['forbidden']);
        expect(await world.lead(round, 'revote', again)).toMatchObject({ state: 'voting' });
        expect((await world.read(round)).items).toMatchObject([
          { status: 'open', voteRound: 2, isPassed: null, sentence: null, result: null },
        ]);
        await world.castAll(round, 0, [YES, YES, YES, YES, YES, 'against']);
        expect(codesOf(await world.cast(round, 0, 0, YES))).toEqual(['REVIEW.ALREADY_VOTED']);
        await close(round);
        await world.kept(round, ['count']);
        expect((await world.read(round)).items).toMatchObject([{ isPassed: true, result: { inFavour: 5, valid: 6 } }]);
        expect(await boxesOf(round)).toEqual(
          [1, 2].flatMap((voteRound) => ['ballots', 'opinions'].map((kind) => ({ voteRound, kind }))),
        );
        expect(codesOf(await world.lead(round, 'revote', again))).toEqual(['REVIEW.REVOTE_NOT_JUSTIFIED']);
        expect(codesOf(await world.lead(round, 'revote', { ...again, ...REASON }))).toEqual(['accepted']);
        await close(round);
        await world.kept(round, ['count']);
        expect((await world.read(round)).items).toMatchObject([{ isPassed: false, result: { inFavour: 0, valid: 0 } }]);
      });

      it('of a paper meeting is recorded from its count minutes, marked so, and tells the cases', async () => {
        const caseIds = await listedCases(world, 2);
        const round = await world.convened(caseIds, 8);
        const ballots = { issued: 8, returned: 8, valid: 7, invalid: 1 };
        const [won, lost] = [
          { ...ballots, inFavour: 6, against: 1, abstained: 0 },
          { ...ballots, inFavour: 4, against: 3, abstained: 0 },
        ];
        const counts = [won, lost].map((count, index) => ({ ...count, itemId: round.itemIds[index] }));
        const record = async (...given: readonly object[]): Promise<readonly string[]> =>
          codesOf(await world.keep(round, 'recordPaper', { counts: given }));
        expect(await record(counts[0] ?? {})).toEqual(['REVIEW.PAPER_INCOMPLETE']);
        expect(await record({ ...counts[0], invalid: 2 }, counts[1] ?? {})).toContain(
          'REVIEW.HEAPS_DO_NOT_MAKE_RETURNED',
        );
        const many = { ...counts[0], issued: 9, returned: 9, valid: 8, against: 2 };
        expect(await record(many, counts[1] ?? {})).toEqual(['REVIEW.COUNT_EXCEEDS_ROLL']);
        expect(await record(...counts, counts[0] ?? {})).toEqual(['REVIEW.COUNT_TWICE']);
        expect(await record(...counts)).toEqual(['accepted']);
        expect((await world.read(round)).items).toMatchObject([
          { isPassed: true, result: { isRecorded: true, inFavour: 6, invalid: 1 } },
          { isPassed: false, result: { isRecorded: true, inFavour: 4 } },
        ]);
        expect(await boxesOf(round)).toEqual([]);
        const vote = await world.lead(round, 'revote', { itemIds: round.itemIds, ...REASON });
        expect(codesOf(vote)).toEqual(['REVIEW.VOTED_ON_PAPER']);
        await world.kept(round, ['minute', { on: TODAY }]);
        const tooLate = await world.keep(round, 'recordPaper', { counts });
        expect(codesOf(tooLate)).toEqual(['REVIEW.NOT_IN_STATE']);
        for (const signer of [0, 8]) {
          const { memberId } = world.member(signer);
          const signed = codesOf(await world.keep(round, 'sign', { memberId, onPaper: true }));
          expect(signed).toEqual([signer === 8 ? 'REVIEW.NOT_A_SIGNER' : 'accepted']);
        }
        await world.kept(round, ['close']);
        await world.drain();
        expect(await Promise.all(caseIds.map((id) => world.caseState(id)))).toEqual(['recommended', 'notRecommended']);
      });

      it('has minutes that follow the meeting and are not of tomorrow', async () => {
        const round = await world.convened(await listedCases(world, 1));
        const count = { issued: 9, returned: 9, valid: 9, invalid: 0, inFavour: 9, against: 0, abstained: 0 };
        await world.kept(round, ['recordPaper', { counts: [{ ...count, itemId: round.itemIds[0] }] }]);
        const minute = async (on: string): Promise<readonly string[]> =>
          codesOf(await world.keep(round, 'minute', { on }));
        expect(await minute(addDays(TODAY, -1))).toEqual(['REVIEW.MINUTES_BEFORE_MEETING']);
        expect(await minute(addDays(TODAY, 1))).toEqual(['REVIEW.MINUTES_IN_THE_FUTURE']);
        expect(await minute(TODAY)).toEqual(['accepted']);
      });

      it('keeps every promise that data can show', async () => {
        await world.drain();
        expect(await world.broken()).toEqual([]);
      });
    });
  });
}

describeSqlite('on SQLite', resultContract);
describePostgresDatabase('on PostgreSQL', resultContract);
