import { addDays, instant, localDate, type Snapshot } from '../../workflows/kernel';
import type { ReviewContext } from '../../workflows/review';
import { derivedId } from '../../src/platform/ids';
import { JobExecutor } from '../../src/platform/queue/job-executor';
import { CommandDispatcher } from '../../src/platform/runner/command-dispatcher';
import { RulebooksService } from '../../src/rulebooks';
import { codesOf, REASON, Reviews, SITTING, TODAY } from '../factories/reviews';
import { listedCases, seatMember } from '../factories/reviews-town';
import { describePostgresDatabase, describeSqlite, type DatabaseOf } from '../support/database';

const NOBODY = derivedId('nobody');
const DAY_MS = 86_400_000;

function sittingContract(database: DatabaseOf): void {
  describe('a round before its votes', () => {
    let world: Reviews;
    beforeAll(async () => {
      world = await Reviews.open(database());
    });
    afterEach(() => world.clock.set(SITTING));
    afterAll(() => world.close());

    describe('an agenda', () => {
      it('takes listed cases only, each once', async () => {
        const [caseId = ''] = await listedCases(world, 1);
        const round = await world.aRound();
        const put = async (...caseIds: string[]): Promise<readonly string[]> =>
          codesOf(await world.keep(round, 'putOnAgenda', { caseIds }));
        expect(await put(NOBODY)).toEqual(['REVIEW.CASES_NOT_LISTED', 'REVIEW.NO_VOTING_RULE']);
        expect(await put(caseId)).toEqual(['accepted']);
        expect(await put(caseId)).toContain('REVIEW.CASE_ON_AGENDA');
        await world.drain();
        const other = await world.aRound();
        expect(codesOf(await world.keep(other, 'putOnAgenda', { caseIds: [caseId] }))).toEqual([
          'REVIEW.CASES_NOT_LISTED',
        ]);
      });

      it('votes on a case by the rules of the day on which its dossier was handed in', async () => {
        // Decree 98/2023 asks for 80% of all members for CSTĐCS; Decree 152/2025, in force from July 2025, does not.
        world.clock.set(instant('2025-06-27T02:00:00.000Z'));
        const [caseId = ''] = await listedCases(world, 1, { tier: 'CSTDCS' });
        world.clock.set(instant('2025-07-10T02:00:00.000Z'));
        const round = await world.aRound('fullCouncil', localDate('2025-07-15'));
        expect(codesOf(await world.keep(round, 'putOnAgenda', { caseIds: [caseId] }))).toEqual(['accepted']);
        const [row] = await world.rows<{ snapshot: string }>('SELECT snapshot FROM review_rounds WHERE id = ?', [
          round.id,
        ]);
        const { context } = JSON.parse(row?.snapshot ?? '') as Snapshot<ReviewContext>;
        expect(Object.values(context.items)).toMatchObject([
          { passRule: { base: 'allMembers', threshold: { fraction: '4/5', comparator: 'atLeast' } } },
        ]);
      });

      it('votes by the rules of the place where the council sits, from the root of its units down', async () => {
        const [caseId = ''] = await listedCases(world, 1);
        const round = await world.aRound();
        const { city, district } = world.town;
        const units = await world.rows<{ id: string; code: string }>('SELECT id, code FROM units', []);
        const place = [city, district].map((id) => units.find((unit) => unit.id === id)?.code);
        const asked = jest.spyOn(world.get(RulebooksService), 'at');
        await world.keep(round, 'putOnAgenda', { caseIds: [caseId] });
        const places = asked.mock.calls.map(([, given]) => given);
        asked.mockRestore();
        expect(places.length).toBeGreaterThan(0);
        expect(new Set(places.map((given) => given?.join('/')))).toEqual(new Set([place.join('/')]));
      });

      it('takes no case before its names were open to comment and every objection is answered', async () => {
        const [caseId = ''] = await listedCases(world, 1);
        const round = await world.aRound();
        const put = async (): Promise<readonly string[]> =>
          codesOf(await world.keep(round, 'putOnAgenda', { caseIds: [caseId] }));
        const office = { actor: world.office };
        const asked = { kind: 'publicComment', askedBody: 'Nhân dân địa phương', place: 'Trụ sở UBND' };
        const comment = await world.accepted(
          'consultation.open',
          { ...asked, caseId, opensOn: TODAY, dueOn: TODAY },
          office,
        );
        expect(await put()).toEqual(['REVIEW.CASES_HELD_UP']);
        world.clock.advance(DAY_MS);
        expect(await put()).toEqual(['REVIEW.CASES_HELD_UP']);
        await world.accepted('consultation.close', {}, { ...office, id: comment });
        expect(await put()).toEqual(['accepted']);
        await world.drain();
        expect(await world.caseState(caseId)).toBe('inReview');
      });

      it('takes a case for one round only, even before the case has heard of it', async () => {
        const [caseId = ''] = await listedCases(world, 1);
        const [first, second] = [await world.aRound(), await world.aRound()];
        const input = { caseIds: [caseId] };
        expect(codesOf(await world.keep(first, 'putOnAgenda', input))).toEqual(['accepted']);
        expect(codesOf(await world.keep(second, 'putOnAgenda', input))).toEqual(['REVIEW.CASES_NOT_LISTED']);
        await world.drain();
      });

      it('takes a case for one of several rounds that want it at once', async () => {
        const [caseId = ''] = await listedCases(world, 1);
        const rounds = await Promise.all(Array.from({ length: 6 }, () => world.aRound()));
        const results = await Promise.all(
          rounds.map((round) => world.keep(round, 'putOnAgenda', { caseIds: [caseId] })),
        );
        expect(results.map((result) => codesOf(result).join()).sort()).toEqual([
          ...Array<string>(5).fill('REVIEW.CASES_NOT_LISTED'),
          'accepted',
        ]);
        await world.drain();
        expect(await world.caseState(caseId)).toBe('inReview');
      });

      it('gives the case back when its item is taken off, so that another round can take it', async () => {
        const caseIds = await listedCases(world, 2);
        const round = await world.withAgenda(await world.aRound(), caseIds);
        await world.kept(round, ['takeOff', { itemIds: [round.itemIds[0]], ...REASON }]);
        await world.drain();
        expect(await Promise.all(caseIds.map((id) => world.caseState(id)))).toEqual(['listed', 'inReview']);
        await world.withAgenda(await world.aRound(), caseIds.slice(0, 1));
        expect(await world.caseState(caseIds[0])).toBe('inReview');
      });

      it('gives its case back when it is taken off before the case has heard of the round', async () => {
        const [caseId = ''] = await listedCases(world, 1);
        const round = await world.aRound();
        await world.kept(round, ['putOnAgenda', { caseIds: [caseId] }]);
        const [item] = (await world.read(round)).items;
        await world.kept(round, ['takeOff', { itemIds: [item?.id], ...REASON }]);
        await world.drain();
        expect(await world.caseState(caseId)).toBe('listed');
      });

      it('takes a consolidated list of its unit, and no list goes onto an agenda that is not there', async () => {
        const caseIds = await listedCases(world, 2);
        const { district } = world.town;
        const by = { actor: world.office };
        const list = await world.accepted('consolidation.draft', { authorityUnitId: district, caseIds }, by);
        const head = { number: '3/TH', datedOn: TODAY, signerTitle: 'Chánh Văn phòng' };
        await world.accepted('consolidation.issue', head, { ...by, id: list });
        const onto = (reviewId: string) => world.send('consolidation.putOnAgenda', { reviewId }, { ...by, id: list });
        expect(codesOf(await onto(list))).toEqual(['CONSOLIDATION.NO_AGENDA']);
        const round = await world.aRound();
        expect((await onto(round.id)).outcome).toBe('accepted');
        await world.drain();
        const onAgenda = (await world.read(round)).items.map(({ caseId }) => caseId);
        expect([...onAgenda].sort()).toEqual([...caseIds].sort());
        expect(await world.caseState(caseIds[0])).toBe('inReview');
      });

      it('tells whoever sent a list why it was not taken, and takes it when it is sent again', async () => {
        const caseIds = await listedCases(world, 2);
        const by = { actor: world.office };
        const draft = { authorityUnitId: world.town.district, caseIds };
        const list = await world.accepted('consolidation.draft', draft, by);
        const head = { number: '4/TH', datedOn: TODAY, signerTitle: 'Chánh Văn phòng' };
        await world.accepted('consolidation.issue', head, { ...by, id: list });
        const round = await world.aRound();
        const onto = () => world.accepted('consolidation.putOnAgenda', { reviewId: round.id }, { ...by, id: list });
        await onto();
        // Between the command and its job something turns up about one of the cases.
        await world.accepted('award.hold', REASON, { ...by, id: caseIds[0] ?? '' });
        await world.drain();
        const sql = 'SELECT user_id AS "userId", kind, message_en AS message FROM notices WHERE subject_id = ?';
        expect(await world.rows(sql, [list])).toEqual([
          {
            ...{ userId: world.office.id, kind: 'consolidation.notTaken' },
            message: expect.stringContaining('2 of its cases did not go onto the agenda'),
          },
        ]);
        await world.accepted('award.release', {}, { ...by, id: caseIds[0] ?? '' });
        await onto();
        await world.drain();
        expect((await world.read(round)).items).toHaveLength(2);
      });

      it('gives its case back when it is taken off while the case is being told of the round', async () => {
        const [caseId = ''] = await listedCases(world, 1);
        const round = await world.aRound();
        await world.kept(round, ['putOnAgenda', { caseIds: [caseId] }]);
        const [item] = (await world.read(round)).items;
        const run = async (name: string): Promise<void> => {
          const sql = 'SELECT id, payload FROM outbox WHERE job = ? AND payload LIKE ?';
          const [job] = await world.rows<{ id: string; payload: string }>(sql, [name, `%${round.id}%`]);
          const payload = JSON.parse(job?.payload ?? '') as object;
          await world.get(JobExecutor).run({ id: job?.id ?? '', name, payload });
        };
        const dispatcher = world.get(CommandDispatcher);
        const dispatchMany = dispatcher.dispatchMany.bind(dispatcher);
        const takeOff = { type: 'review.takeOff', instanceId: round.id, input: { itemIds: [item?.id], ...REASON } };
        const meanwhile = jest.spyOn(dispatcher, 'dispatchMany').mockImplementationOnce(async (starts) => {
          await dispatcher.dispatch({ actor: world.office, commandId: 'off', ...takeOff });
          await run('return-cases-to-list');
          return dispatchMany(starts);
        });
        await run('start-case-reviews');
        expect(meanwhile).toHaveBeenCalledWith([
          expect.objectContaining({ type: 'award.startReview', instanceId: caseId }),
        ]);
        expect(await world.caseState(caseId)).toBe('listed');
      });

      it('goes back to the list when the round is postponed or cancelled', async () => {
        const caseIds = await listedCases(world, 2);
        const round = await world.withAgenda(await world.aRound(), caseIds);
        expect(await world.keep(round, 'postpone', REASON)).toMatchObject({ state: 'postponed' });
        await world.drain();
        expect(await Promise.all(caseIds.map((id) => world.caseState(id)))).toEqual(['listed', 'listed']);
        const past = await world.keep(round, 'reschedule', { meetsOn: '2024-11-14' });
        expect(codesOf(past)).toEqual(['REVIEW.NEW_DAY_PAST']);
        await world.kept(round, ['reschedule', { meetsOn: TODAY }]);
        const again = await world.withAgenda(round, caseIds);
        await world.kept(again, ['convene', { presentIds: world.first(9) }]);
        expect(codesOf(await world.keep(again, 'cancel', REASON))).toEqual(['forbidden']);
        expect(await world.lead(again, 'cancel', REASON)).toMatchObject({ state: 'cancelled' });
        await world.drain();
        expect(await Promise.all(caseIds.map((id) => world.caseState(id)))).toEqual(['listed', 'listed']);
      });
    });

    describe('a sitting', () => {
      it('begins on its day, with a quorum of members and somebody to preside, and with an agenda', async () => {
        const tomorrow = await world.withAgenda(
          await world.aRound('fullCouncil', addDays(TODAY, 1)),
          await listedCases(world, 1),
        );
        const all = { presentIds: world.first(9) };
        expect(codesOf(await world.keep(tomorrow, 'convene', all))).toEqual(['REVIEW.TOO_EARLY']);
        const round = await world.aRound();
        expect(codesOf(await world.keep(round, 'convene', all))).toEqual(['REVIEW.AGENDA_EMPTY']);
        const today = await world.withAgenda(round, await listedCases(world, 1));
        const stranger = await world.keep(today, 'convene', { presentIds: [...world.first(6), NOBODY] });
        expect(codesOf(stranger)).toEqual(['REVIEW.NOT_MEMBERS']);
        expect(await world.keep(today, 'convene', { presentIds: world.first(5) })).toMatchObject({
          reasons: [
            {
              code: 'REVIEW.NO_QUORUM',
              message: { vi: expect.stringContaining('cần ít nhất 6 trên 9'), en: expect.stringContaining('6 of 9') },
            },
          ],
        });
        const leaderless = world.members.slice(2).map(({ memberId }) => memberId);
        expect(codesOf(await world.keep(today, 'convene', { presentIds: leaderless }))).toEqual(['REVIEW.NO_CHAIR']);
        expect(await world.keep(today, 'convene', { presentIds: world.first(6) })).toMatchObject({ state: 'convened' });
        expect((await world.read(today)).presentMemberIds).toEqual(world.first(6));
      });

      it('has the members of its day, and keeps them whatever becomes of the council afterwards', async () => {
        const { council, district } = world.town;
        const left = await seatMember(world, council, district, 'member');
        const [gone] = await world.rows<{ id: string }>('SELECT id FROM council_members WHERE person_id = ?', [left]);
        await world.accepted('council.endMembership', { memberId: gone?.id, validTo: '2024-11-14' }, { id: council });
        const round = await world.withAgenda(await world.aRound(), await listedCases(world, 1));
        const absent = await world.keep(round, 'convene', { presentIds: [...world.first(9), gone?.id] });
        expect(codesOf(absent)).toEqual(['REVIEW.NOT_MEMBERS']);
        const staying = world.member(4);
        await world.kept(
          round,
          ['convene', { presentIds: world.first(9) }],
          ['openBallot', { itemIds: round.itemIds }],
        );
        const retired = { memberId: staying.memberId, validTo: '2024-11-14' };
        await world.accepted('council.endMembership', retired, { id: council });
        const joined = await seatMember(world, council, district, 'member');
        const newcomer = { ...staying.actor, id: derivedId('user', joined), personId: joined };
        const vote = { itemId: round.itemIds[0], choice: 'inFavour' };
        expect(codesOf(await world.send('review.cast', vote, { actor: newcomer, id: round.id }))).toEqual([
          'REVIEW.NOT_ON_ROLL',
        ]);
        expect(codesOf(await world.cast(round, 0, 4, 'inFavour'))).toEqual(['accepted']);
        const later = await world.withAgenda(await world.aRound(), await listedCases(world, 1));
        const former = await world.keep(later, 'convene', { presentIds: [...world.first(8)] });
        expect(codesOf(former)).toEqual(['REVIEW.NOT_MEMBERS']);
      });

      it('rises without a quorum and sits again with the members of the later day', async () => {
        const { council, district } = world.town;
        const caseIds = await listedCases(world, 1);
        const round = await world.withAgenda(await world.aRound(), caseIds);
        expect(await world.keep(round, 'adjourn', REASON)).toMatchObject({ state: 'adjourned.convened' });
        const nextWeek = addDays(TODAY, 7);
        const personId = await world.accepted('person.add', { name: 'Người mẫu mới', unitId: district });
        const seat = { personId, seat: 'member', validFrom: nextWeek };
        await world.accepted('council.seatMember', seat, { id: council });
        const [newcomer] = await world.rows<{ id: string }>('SELECT id FROM council_members WHERE person_id = ?', [
          personId,
        ]);
        const staying = [0, 1, 2, 3, 5, 6, 7].map((index) => world.member(index).memberId);
        const everybody = { presentIds: [...staying, newcomer?.id] };
        expect(codesOf(await world.keep(round, 'reconvene', everybody))).toEqual(['REVIEW.NOT_MEMBERS']);
        world.clock.advance(7 * DAY_MS);
        expect(await world.keep(round, 'reconvene', everybody)).toMatchObject({ state: 'convened' });
        expect((await world.read(round)).presentMemberIds).toContain(newcomer?.id);
        await world.kept(round, ['openBallot', { itemIds: round.itemIds }]);
        const actor = { ...world.member(3).actor, id: derivedId('user', personId), personId };
        const vote = { itemId: round.itemIds[0], choice: 'inFavour' };
        expect(codesOf(await world.send('review.cast', vote, { actor, id: round.id }))).toEqual(['accepted']);
        expect(codesOf(await world.keep(round, 'adjourn', REASON))).toEqual(['REVIEW.BALLOT_OPEN']);
        await world.kept(round, ['closeBallot', { itemIds: round.itemIds }], ['adjourn', REASON]);
        expect(await world.keep(round, 'reconvene', everybody)).toMatchObject({ state: 'voting' });
        await world.kept(round, ['count']);
        expect((await world.read(round)).items).toMatchObject([{ isPassed: false, result: { inFavour: 1 } }]);
        expect(localDate('2024-11-22')).toBe(nextWeek);
      });

      it('keeps every promise that data can show', async () => {
        await world.drain();
        expect(await world.broken()).toEqual([]);
      });
    });
  });
}

describeSqlite('on SQLite', sittingContract);
describePostgresDatabase('on PostgreSQL', sittingContract);
