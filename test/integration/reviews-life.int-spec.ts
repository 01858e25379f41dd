import { DataSource } from 'typeorm';
import { JobExecutor } from '../../src/platform/queue/job-executor';
import { codesOf, REASON, Reviews, TODAY, type Round } from '../factories/reviews';
import { listedCases } from '../factories/reviews-town';
import { schemaDrift } from '../migrations/schema-drift';
import { describePostgresDatabase, describeSqlite, type DatabaseOf } from '../support/database';

const YES = 'inFavour';

function lifeContract(database: DatabaseOf): void {
  describe('the life of a review round', () => {
    let world: Reviews;
    beforeAll(async () => {
      world = await Reviews.open(database());
    });
    afterAll(() => world.close());

    /** Counts the closed items and draws up the minutes, signed by chair and secretary. */
    const finish = async (round: Round): Promise<void> => {
      await world.kept(round, ['count'], ['minute', { on: TODAY }]);
      for (const signer of [0, 8]) {
        await world.kept(round, ['sign', { memberId: world.member(signer).memberId, onPaper: true }]);
      }
      await world.kept(round, ['close']);
      await world.drain();
    };

    it('has the tables that the entities say', async () => {
      expect(await schemaDrift(world.app.get(DataSource))).toEqual([]);
    });

    it('leads from the schedule to the results of the cases: one passes exactly, one fails by one vote', async () => {
      const caseIds = await listedCases(world, 2);
      const round = await world.withAgenda(await world.aRound(), caseIds);
      expect(await Promise.all(caseIds.map((id) => world.caseState(id)))).toEqual(['inReview', 'inReview']);
      await world.kept(round, ['convene', { presentIds: world.first(9) }], ['openBallot', { itemIds: round.itemIds }]);
      await world.castAll(round, 0, [YES, YES, YES, YES, YES, 'against', 'abstained']);
      await world.castAll(round, 1, [YES, YES, YES, YES, 'against', 'abstained']);
      await world.kept(round, ['closeBallot', { itemIds: round.itemIds }], ['count']);
      expect((await world.read(round)).items).toMatchObject([
        {
          status: 'counted',
          isPassed: true,
          sentence: {
            vi: 'Cần ít nhất 5 phiếu đồng ý trên 9 thành viên, có 5: đạt.',
            en: 'Needs 5 of 9, has 5: reached.',
          },
          result: { valid: 7, inFavour: 5, against: 1, abstained: 1, base: 9, needed: 5, isRecorded: false },
        },
        {
          status: 'counted',
          isPassed: false,
          sentence: {
            vi: 'Cần ít nhất 5 phiếu đồng ý trên 9 thành viên, có 4: không đạt.',
            en: 'Needs 5 of 9, has 4: not reached.',
          },
          result: { inFavour: 4, against: 1, abstained: 1, base: 9, needed: 5, isTie: false },
        },
      ]);
      await world.kept(
        round,
        ['minute', { on: TODAY }],
        ['sign', { memberId: world.member(8).memberId, onPaper: true }],
      );
      expect(codesOf(await world.lead(round, 'close'))).toEqual(['REVIEW.MINUTES_UNSIGNED']);
      const stranger = await world.keep(round, 'sign', { memberId: world.member(4).memberId });
      expect(codesOf(stranger)).toEqual(['REVIEW.NOT_A_SIGNER']);
      expect(await world.lead(round, 'sign', { memberId: world.member(0).memberId })).toMatchObject({
        state: 'minuted',
      });
      expect(await world.lead(round, 'close')).toMatchObject({ outcome: 'accepted', state: 'closed' });
      expect(await world.caseState(caseIds[0])).toBe('inReview');
      await world.drain();
      expect(await world.caseState(caseIds[0])).toBe('recommended');
      expect(await world.caseState(caseIds[1])).toBe('notRecommended');
      expect(codesOf(await world.lead(round, 'cancel', REASON))).toEqual(['REVIEW.NOT_IN_STATE']);
    });

    it('tells the cases once, however often the job comes', async () => {
      const caseIds = await listedCases(world, 1);
      const round = await world.voting(caseIds);
      await world.castAll(round, 0, [YES, YES, YES, YES, YES]);
      await world.kept(round, ['closeBallot', { itemIds: round.itemIds }]);
      await finish(round);
      const eventsOf = (): Promise<object[]> =>
        world.rows('SELECT seq, type FROM events WHERE stream_id = ? ORDER BY seq', [caseIds[0] ?? '']);
      const before = await eventsOf();
      expect(await world.caseState(caseIds[0])).toBe('recommended');
      const [job] = await world.rows<{ id: string; payload: string }>(
        "SELECT id, payload FROM outbox WHERE job = 'apply-review-results' AND payload LIKE ?",
        [`%${round.id}%`],
      );
      if (!job) throw new Error('The job is gone');
      const again = { id: job.id, name: 'apply-review-results', payload: JSON.parse(job.payload) as object };
      await world.get(JobExecutor).run(again);
      expect(await eventsOf()).toEqual(before);
    });

    it('takes the rule of each tier from the rulebook, with its article', async () => {
      const [plain = ''] = await listedCases(world, 1);
      const [titled = ''] = await listedCases(world, 1, { tier: 'CSTDCS' });
      const round = await world.withAgenda(await world.aRound(), [plain, titled]);
      const [row] = await world.rows<{ snapshot: string }>('SELECT snapshot FROM review_rounds WHERE id = ?', [
        round.id,
      ]);
      const { context } = JSON.parse(row?.snapshot ?? '') as { context: { items: Record<string, object> } };
      expect(context.items[round.itemIds[0] ?? '']).toMatchObject({
        tier: 'GK',
        ballot: 'secret',
        quorum: { fraction: '2/3', comparator: 'atLeast' },
        passRule: { base: 'allMembers', absent: 'notInFavour', threshold: { comparator: 'moreThan' } },
      });
      expect(context.items[round.itemIds[1] ?? '']).toMatchObject({
        tier: 'CSTDCS',
        passRule: {
          absent: 'writtenOpinion',
          threshold: { comparator: 'atLeast' },
          citation: { text: 'Nghị định 98/2023/NĐ-CP, Điều 30 khoản 7' },
        },
      });
    });

    it('keeps every promise that data can show', async () => {
      await world.drain();
      expect(await world.broken()).toEqual([]);
    });
  });
}

describeSqlite('on SQLite', lifeContract);
describePostgresDatabase('on PostgreSQL', lifeContract);
