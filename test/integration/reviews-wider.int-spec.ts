import { addDays } from '../../workflows/kernel';
import { derivedId } from '../../src/platform/ids';
import { MinutesQueries } from '../../src/reviews/minutes/minutes.queries';
import { countMinutesText, minutesText } from '../../src/reviews/minutes/minutes-text';
import { openKeyOf } from '../../src/reviews/quotas/quota';
import { QuotasQueries } from '../../src/reviews/quotas/quotas.queries';
import { scopeOf, SYSTEM_SCOPE } from '../../src/platform/auth/scope';
import { ReminderRules } from '../../src/platform/deadlines/reminder-rules.port';
import { ReadDatabase } from '../../src/platform/persistence';
import { ReminderSubjects } from '../../src/reminders';
import { ReviewsQueries } from '../../src/reviews';
import { aQuota, countedWith, ended, ledgerOf } from '../factories/reviews-quotas';
import { codesOf, REASON, Reviews, SITTING, TODAY, type Round } from '../factories/reviews';
import { aPerson, listedCases, seatMember } from '../factories/reviews-town';
import { describePostgresDatabase, describeSqlite, type DatabaseOf } from '../support/database';

const YES = 'inFavour';
const DAY_MS = 86_400_000;
const TIER = { tier: 'GK' };

function widerContract(database: DatabaseOf): void {
  describe('places and minutes', () => {
    let world: Reviews;
    beforeAll(async () => {
      world = await Reviews.open(database());
    });
    afterEach(() => world.clock.set(SITTING));
    afterAll(() => world.close());

    describe('a place of a quota', () => {
      const close = (quota: string): Promise<string> =>
        world.accepted('quota.close', {}, { actor: world.office, id: quota });
      /** The cases of a ledger as they are read page by page, one at a time. */
      const pagesOf = async (quota: string): Promise<string[][]> => {
        const pages: string[][] = [];
        for (let cursor: string | null | undefined; cursor !== null;) {
          const page = { limit: 1, ...(cursor === undefined ? {} : { cursor }) };
          const { entries, nextCursor } = await world.get(QuotasQueries).one(SYSTEM_SCOPE, quota, page);
          pages.push(entries.map(({ caseId }) => caseId));
          cursor = nextCursor;
        }
        return pages;
      };
      const states = (caseIds: readonly string[]): Promise<string[]> =>
        Promise.all(caseIds.map((id) => world.caseState(id)));

      it('is for those with the most votes; the others wait, and the first moves up when one falls free', async () => {
        const quota = await aQuota(world, { ...TIER, share: { fraction: '3/20', base: 9, rounding: 'down' } });
        const again = await world.send('quota.open', { councilId: world.town.council, ...TIER, places: 1 });
        expect(codesOf(again)).toEqual(['forbidden']);
        const twice = { councilId: world.town.council, ...TIER, places: 1 };
        expect(codesOf(await world.send('quota.open', twice, { actor: world.office }))).toEqual(['QUOTA.ALREADY_OPEN']);
        const [a = '', b = '', c = ''] = await listedCases(world, 3, TIER);
        const round = await world.voting([a, b, c]);
        await countedWith(world, round, [7, 9, 8]);
        const early = await world.keep(round, 'minute', { on: TODAY });
        expect(codesOf(early)).toEqual(['REVIEW.PLACES_NOT_ALLOTTED']);
        await world.kept(round, ['allotPlaces']);
        expect(await ledgerOf(world, quota)).toEqual({ [b]: 'placed 1', [c]: 'waiting 1', [a]: 'waiting 2' });
        expect((await world.read(round)).items.map(({ place }) => place?.sentence.vi)).toEqual([
          'Đủ phiếu nhưng hết chỉ tiêu: số 2 trong danh sách chờ.',
          'Được chỉ tiêu thứ 1.',
          'Đủ phiếu nhưng hết chỉ tiêu: số 1 trong danh sách chờ.',
        ]);
        expect(await pagesOf(quota)).toEqual([[b], [c], [a]]);
        const revote = await world.lead(round, 'revote', { itemIds: round.itemIds, ...REASON });
        expect(codesOf(revote)).toEqual(['REVIEW.PLACES_ALLOTTED']);
        await ended(world, round);
        expect(await states([a, b, c])).toEqual(['inReview', 'recommended', 'inReview']);

        const release = async (item: number): Promise<readonly string[]> =>
          codesOf(
            await world.send('quota.release', { itemId: round.itemIds[item] }, { actor: world.office, id: quota }),
          );
        expect(await release(0)).toEqual(['QUOTA.NO_PLACE']);
        expect(await release(1)).toEqual(['QUOTA.PLACE_IS_KEPT']);
        const { city, district, ward } = world.town;
        await world.accepted('award.withdraw', {}, { actor: world.seat('unitOfficer', city, district, ward), id: b });
        expect(await release(1)).toEqual(['accepted']);
        await world.drain();
        expect(await ledgerOf(world, quota)).toEqual({ [b]: 'freed -', [c]: 'placed 1', [a]: 'waiting 2' });
        expect(await pagesOf(quota)).toEqual([[c], [a], [b]]);
        expect(await states([a, b, c])).toEqual(['inReview', 'withdrawn', 'recommended']);
        await close(quota);
        await world.drain();
        expect(await states([a, c])).toEqual(['notRecommended', 'recommended']);
        expect(await release(2)).toEqual(['QUOTA.CLOSED', 'QUOTA.PLACE_IS_KEPT']);
        expect(await world.get(QuotasQueries).one(SYSTEM_SCOPE, quota, { limit: 1 })).toMatchObject({
          places: 1,
          isOpen: false,
        });
      });

      it('goes to one of two rounds that want the last place at once', async () => {
        const quota = await aQuota(world, { ...TIER, places: 1 });
        const cases = await listedCases(world, 2, TIER);
        const rounds: Round[] = [];
        for (const caseId of cases) {
          const round = await world.voting([caseId]);
          await countedWith(world, round, [6]);
          rounds.push(round);
        }
        const results = await Promise.all(rounds.map((round) => world.keep(round, 'allotPlaces')));
        expect(results.map((result) => codesOf(result))).toEqual([['accepted'], ['accepted']]);
        expect(Object.values(await ledgerOf(world, quota)).sort()).toEqual(['placed 1', 'waiting 1']);
        await close(quota);
      });

      it('for which two are level goes by another ballot, in which both keep that they have passed', async () => {
        const quota = await aQuota(world, { ...TIER, places: 1 });
        const cases = await listedCases(world, 2, TIER);
        const round = await world.voting(cases);
        await countedWith(world, round, [6, 6]);
        expect(codesOf(await world.keep(round, 'allotPlaces'))).toEqual(['REVIEW.TIE_AT_LAST_PLACE']);
        const items = { itemIds: round.itemIds };
        expect(codesOf(await world.lead(round, 'decideTie', items))).toEqual(['REVIEW.TIE_NOT_FOR_THE_CHAIR']);
        expect(await world.lead(round, 'breakTie', items)).toMatchObject({ state: 'voting' });
        await countedWith(world, round, [2, 4]);
        await world.kept(round, ['allotPlaces']);
        expect((await world.read(round)).items).toMatchObject([
          { isPassed: true, voteRound: 2, result: { inFavour: 6 }, place: { number: null, waiting: 1 } },
          { isPassed: true, place: { number: 1 } },
        ]);
        expect(await ledgerOf(world, quota)).toEqual({ [cases[0] ?? '']: 'waiting 1', [cases[1] ?? '']: 'placed 1' });
        await close(quota);
      });

      it('of a campaign is for its cases, in whatever round they are judged', async () => {
        const campaignId = derivedId('campaign', 'of the quota');
        const [mine = '', other = ''] = await listedCases(world, 2, TIER);
        const round = await world.voting([mine, other]);
        await countedWith(world, round, [6, 9]);
        // As if one of them had been nominated in a campaign that this round, which is of none, is not about.
        const quota = await aQuota(world, { ...TIER, places: 1 });
        const key = openKeyOf({ councilId: world.town.council, campaignId, ...TIER });
        await world.damage('UPDATE review_quotas SET campaign_id = ?, open_key = ? WHERE id = ?', [
          campaignId,
          key,
          quota,
        ]);
        const ofCampaign = (id: string | null): Promise<void> =>
          world.damage('UPDATE award_cases SET campaign_id = ? WHERE id = ?', [id, mine]);
        await ofCampaign(campaignId);
        await world.kept(round, ['allotPlaces']);
        await ofCampaign(null);
        expect(await ledgerOf(world, quota)).toEqual({ [mine]: 'placed 1' });
        await close(quota);
      });

      it('goes to the woman where that is declared, and as the chair decides where that is', async () => {
        const { district, council } = world.town;
        const woman = await world.accepted('person.add', {
          name: 'Người mẫu nữ',
          gender: 'female',
          unitId: world.town.ward,
        });
        for (const more of [{ womanFirst: true }, { tie: 'chairDecides' }]) {
          const quota = await aQuota(world, { ...TIER, places: 1, ...more });
          const cases = [
            ...(await listedCases(world, 1, TIER)),
            ...(await listedCases(world, 1, { ...TIER, people: [woman] })),
          ];
          const round = await world.voting(cases);
          await countedWith(world, round, [6, 6]);
          if ('tie' in more) {
            expect(codesOf(await world.keep(round, 'decideTie', { itemIds: round.itemIds }))).toEqual(['forbidden']);
            const order = { itemIds: [...round.itemIds].reverse() };
            expect(codesOf(await world.lead(round, 'decideTie', order))).toEqual(['accepted']);
          }
          await world.kept(round, ['allotPlaces']);
          expect((await ledgerOf(world, quota))[cases[1] ?? '']).toBe('placed 1');
          await close(quota);
        }
        const bad = [
          [{ councilId: derivedId('no council'), ...TIER, places: 1 }, 'QUOTA.UNKNOWN_COUNCIL'],
          [{ councilId: council, ...TIER }, 'QUOTA.PLACES_NOT_STATED'],
          [
            { councilId: council, ...TIER, share: { fraction: '999999/1', base: 1_000_000, rounding: 'down' } },
            'QUOTA.TOO_MANY_PLACES',
          ],
          [{ councilId: council, campaignId: derivedId(district), ...TIER, places: 1 }, 'QUOTA.UNKNOWN_CAMPAIGN'],
        ] as const;
        for (const [input, code] of bad) {
          expect(codesOf(await world.send('quota.open', input, { actor: world.office }))).toEqual([code]);
        }
      });
    });

    describe('a wider sitting', () => {
      const id = (member: number): string => world.member(member).memberId;
      const schedule = (more: object): Promise<string> => {
        const input = { councilId: world.town.council, meetsOn: TODAY, kind: 'fullCouncil', ...more };
        return world.accepted('review.schedule', input, { actor: world.office });
      };

      it('is of a kind that its host holds, and of a campaign of its council', async () => {
        const ask = async (more: object): Promise<readonly string[]> => {
          const input = { councilId: world.town.council, meetsOn: TODAY, kind: 'fullCouncil', ...more };
          return codesOf(await world.send('review.schedule', input, { actor: world.office }));
        };
        expect(await ask({ kind: 'initiativeCouncil' })).toEqual(['REVIEW.KIND_NOT_OF_HOST']);
        expect(await ask({ campaignId: derivedId('no campaign') })).toEqual(['REVIEW.UNKNOWN_CAMPAIGN']);
        expect(await ask({ answersBy: TODAY })).toEqual(['REVIEW.CLOSING_DAY_WRONG']);
      });

      it('of the standing committee seats the part of the full council that holds its seats', async () => {
        const round = { ...(await world.aRound('standingCommittee')), caseIds: [], itemIds: [] };
        const here = await world.withAgenda(round, await listedCases(world, 1));
        expect(codesOf(await world.keep(here, 'convene', { presentIds: world.first(9) }))).toEqual([
          'REVIEW.NOT_MEMBERS',
        ]);
        const committee = [id(0), id(1), id(8)];
        await world.kept(here, ['convene', { presentIds: committee }]);
        expect((await world.read(here)).presentMemberIds).toEqual(committee);
      });

      it('in writing takes answers until its closing day and says who answered, not what', async () => {
        const roundId = await schedule({ kind: 'writtenRound', answersBy: addDays(TODAY, 2) });
        const round = await world.withAgenda({ id: roundId, itemIds: [], caseIds: [] }, await listedCases(world, 1));
        await world.kept(round, ['convene', { presentIds: [] }], ['openBallot', { itemIds: round.itemIds }]);
        const due = (): Promise<object[]> =>
          world.rows(
            `SELECT due_on AS "dueOn", status FROM deadlines WHERE stream_id = ? AND kind = 'review.answersDue'`,
            [roundId],
          );
        expect(await due()).toEqual([{ dueOn: addDays(TODAY, 2), status: 'armed' }]);
        await world.castAll(round, 0, [YES, YES, YES, YES, YES]);
        world.clock.advance(3 * DAY_MS);
        expect(codesOf(await world.cast(round, 0, 5, YES))).toEqual(['REVIEW.ANSWERS_CLOSED']);
        const minutes = (): ReturnType<MinutesQueries['minutes']> =>
          world.get(MinutesQueries).minutes(world.chair, roundId);
        expect((await minutes()).answered).toEqual([]);
        await world.kept(round, ['closeBallot', { itemIds: round.itemIds }], ['count']);
        expect(await due()).toMatchObject([{ status: 'dropped' }]);
        // A ballot that is held again has a last day of its own, or nobody could answer it.
        const again = { itemIds: round.itemIds, ...REASON };
        expect(codesOf(await world.lead(round, 'revote', again))).toEqual(['REVIEW.CLOSING_DAY_PAST']);
        expect((await minutes()).answered.map(({ memberId }) => memberId)).toEqual(world.first(5));
      });

      it('and the dossiers before it remind of their last days by their names', async () => {
        const kinds = ['review.answersDue', 'dossier.appraisalDue'];
        const plans = kinds.map((kind) => world.get(ReminderRules).planFor({ kind, dueOn: TODAY })?.moments.length);
        expect(plans).toEqual([3, 4]);
        const [dossier] = await world.rows<{ id: string; number: string }>('SELECT id, number FROM dossiers LIMIT 1');
        const subject = await world.get(ReminderSubjects).find(world.get(ReadDatabase), 'dossier', dossier?.id ?? '');
        expect(subject).toEqual({ name: `${dossier?.number ?? ''}, Đơn vị PHUONG`, councilId: null });
      });

      it('asks each question by its own rule and quorum, of who is present when its ballot opens', async () => {
        const units = [derivedId('unit', '1'), derivedId('unit', '2'), derivedId('unit', '3')];
        const half = { fraction: '1/2', comparator: 'moreThan' };
        const rule = { ballot: 'secret', base: 'present', threshold: half, absent: 'notInFavour' };
        const questions = [
          { title: 'Suy tôn đơn vị dẫn đầu', kind: 'choose', choose: 2, options: units, ...rule },
          { title: 'Thông qua quy chế', kind: 'yesNo', ...rule, quorum: { fraction: '4/5', comparator: 'atLeast' } },
        ];
        const round = await world.aRound();
        await world.kept(round, ['putOnAgenda', { questions }]);
        const { items } = await world.read(round);
        const [election = '', bylaws = ''] = items.map((item) => item.id);
        const absences = [{ memberId: id(7), cause: 'duty' }];
        await world.kept(round, ['convene', { presentIds: [...world.first(7), id(8)], absences }]);
        const leaving = { memberIds: [id(0)] };
        await world.kept(round, ['leave', leaving]);
        expect(codesOf(await world.keep(round, 'leave', leaving))).toEqual(['REVIEW.NOT_PRESENT_MEMBERS']);
        expect(await world.keep(round, 'openBallot', { itemIds: [bylaws] })).toMatchObject({
          reasons: [{ code: 'REVIEW.NO_QUORUM_FOR_ITEM', message: { en: expect.stringContaining('needs 8') } }],
        });
        await world.kept(round, ['arrive', { memberIds: [id(7)] }], ['openBallot', { itemIds: [election, bylaws] }]);
        const voters = [1, 2, 3, 4, 5, 6, 7, 8];
        for (const member of voters) {
          const choice = member < 6 ? units.slice(0, 2) : units.slice(2);
          const chosen = { ...round, itemIds: [election, bylaws] };
          expect(codesOf(await world.cast(chosen, 0, member, choice))).toEqual(['accepted']);
          expect(codesOf(await world.cast(chosen, 1, member, YES))).toEqual(['accepted']);
        }
        await world.kept(round, ['closeBallot', { itemIds: [election, bylaws] }], ['count']);
        const read = await world.read(round);
        expect(read.items).toMatchObject([
          { title: 'Suy tôn đơn vị dẫn đầu', isPassed: true, result: { chosenIds: units.slice(0, 2), tiedIds: [] } },
          { isPassed: true, result: { inFavour: 8, base: 8 } },
        ]);
        expect(read.items[0]?.sentence?.vi).toBe(
          'Chọn tối đa 2 trong 3, mỗi lựa chọn cần ít nhất 5 phiếu trên 8: chọn được 2.',
        );
        await world.kept(round, ['minute', { on: TODAY }]);
        // The chair left before the vote and signs all the same.
        const own = await world.lead(round, 'sign', { memberId: id(0) });
        expect(codesOf(own)).toEqual(['accepted']);
      });

      it('lets the counting committee vouch for the count, members sign for themselves, and prints it all', async () => {
        const roundId = await schedule({ needsCounters: true });
        const people = [world.member(2).personId];
        const cases = [...(await listedCases(world, 1)), ...(await listedCases(world, 1, { people }))];
        const round = await world.withAgenda({ id: roundId, itemIds: [], caseIds: [] }, cases);
        const absences = [{ memberId: id(7), cause: 'leave' }];
        await world.kept(round, ['convene', { presentIds: [...world.first(7), id(8)], absences }]);
        await world.kept(round, ['openBallot', { itemIds: round.itemIds }]);
        const texts = async (): Promise<readonly [string, string]> => {
          const queries = world.get(MinutesQueries);
          return [
            minutesText(await queries.minutes(world.chair, roundId)),
            countMinutesText(await queries.countMinutes(world.chair, roundId)),
          ];
        };
        await world.castAll(round, 0, [YES, YES, YES, YES, YES, YES]);
        await world.castAll(round, 1, [YES, 'against']);
        const [open, openCount] = await texts();
        expect(open).toContain('Chưa có kết quả.');
        expect(openCount).toContain('Chưa kiểm phiếu xong.');
        expect(`${open}${openCount}`).not.toMatch(/Phát ra|Đồng ý \d/);
        await world.kept(round, ['closeBallot', { itemIds: round.itemIds }]);
        expect(codesOf(await world.keep(round, 'count'))).toContain('REVIEW.NO_COUNTERS');
        await world.kept(round, ['nameCounters', { memberIds: [id(3), id(4)] }], ['count']);
        const lower = { itemId: round.itemIds[1], tier: 'GK' };
        expect(codesOf(await world.keep(round, 'stepDown', lower))).toEqual(['REVIEW.TIER_NOT_KNOWN']);
        await world.kept(round, ['stepDown', { ...lower, tier: 'LDTT' }]);
        const agrees = { itemIds: [round.itemIds[0]], statement: 'agrees' };
        expect(codesOf(await world.lead(round, 'declare', agrees))).toEqual(['accepted']);

        const signAs = async (member: number, of: string, input: object): Promise<readonly string[]> =>
          codesOf(await world.send(`review.${of}`, input, { actor: world.member(member).actor, id: roundId }));
        expect(await signAs(4, 'signCount', { memberId: id(3) })).toEqual(['REVIEW.NOT_YOUR_SIGNATURE']);
        expect(await signAs(3, 'signCount', { memberId: id(3), onPaper: true })).toEqual([
          'REVIEW.PAPER_IS_THE_OFFICES',
        ]);
        expect(await signAs(3, 'signCount', { memberId: id(3) })).toEqual(['accepted']);
        expect(await world.keep(round, 'minute', { on: TODAY })).toMatchObject({
          reasons: [{ code: 'REVIEW.COUNT_UNSIGNED', message: { en: expect.stringContaining('1 of the 2') } }],
        });
        await world.kept(round, ['signCount', { memberId: id(4), onPaper: true }], ['minute', { on: TODAY }]);
        expect(codesOf(await world.keep(round, 'sign', { memberId: id(0) }))).toEqual(['REVIEW.NOT_YOUR_SIGNATURE']);
        await world.kept(round, ['sign', { memberId: id(8), onPaper: true }]);
        expect(await signAs(0, 'sign', { memberId: id(0) })).toEqual(['accepted']);
        const elsewhere = world.chair.seats.map((seat) => ({ ...seat, councilId: derivedId('another council') }));
        const guest = { ...world.chair, id: derivedId('guest'), seats: elsewhere };
        expect(codesOf(await world.send('review.close', {}, { actor: guest, id: roundId }))).toEqual(['forbidden']);
        await expect(world.get(MinutesQueries).minutes(guest, roundId)).rejects.toThrow();
        // A seat in the council shows its rounds, on whatever unit it is.
        const away = world.chair.seats.map((seat) => ({ ...seat, unitPath: `/${derivedId('elsewhere')}/` }));
        const scope = scopeOf({ ...world.chair, seats: away });
        expect(await world.get(ReviewsQueries).one(scope, roundId)).toMatchObject({ id: roundId });
        await expect(world.get(ReviewsQueries).one({ ...scope, councilIds: [] }, roundId)).rejects.toThrow();
        const [minutes, count] = await texts();
        for (const line of [
          /Thành phần được mời: 9 thành viên/,
          /có mặt 8, vắng 1/,
          /Vắng: .*, Ủy viên \(nghỉ phép\)/,
          /Ban kiểm phiếu: .*; .*/,
          /Cần ít nhất \d+ thành viên dự họp/,
          /Không bỏ phiếu do xung đột lợi ích: .*Ủy viên/,
          /Phát ra 6, thu về 6, hợp lệ 6, không hợp lệ 0/,
          /Cần ít nhất 5 phiếu đồng ý trên 9 thành viên, có 6: đạt\./,
          /Hội đồng đề nghị hạ mức khen: LDTT/,
          /Ý kiến của người chủ trì .*: nhất trí với nội dung 1\./,
          /Đã ký: .*, Thư ký \(ký trên bản giấy\)/,
          /Đã ký: .*, Chủ tịch$/m,
        ]) {
          expect(minutes).toMatch(line);
        }
        expect(count).toMatch(/Đồng ý 1, không đồng ý 1, ý kiến khác 0/);
        expect(count).toMatch(/Đã ký: .*\(ký trên bản giấy\)/);
      });

      it('takes the opinion of who was absent when the ballot opened and is there when the council sits again', async () => {
        const round = await world.voting(await listedCases(world, 1, { tier: 'CSTDCS' }), 8);
        await world.castAll(round, 0, [YES, YES, YES, YES, YES, YES, YES]);
        const until = addDays(TODAY, 1);
        await world.kept(round, ['closeBallot', { itemIds: round.itemIds }], ['adjourn', { ...REASON, until }]);
        const early = await world.keep(round, 'reconvene', { presentIds: world.first(9) });
        expect(codesOf(early)).toEqual(['REVIEW.TOO_EARLY']);
        world.clock.advance(DAY_MS);
        await world.kept(round, ['reconvene', { presentIds: world.first(9) }], ['awaitWritten']);
        const opinion = { itemId: round.itemIds[0], memberId: id(8), choice: YES };
        expect(codesOf(await world.keep(round, 'receiveWritten', opinion))).toEqual(['accepted']);
        await world.kept(round, ['count']);
        expect((await world.read(round)).items).toMatchObject([{ isPassed: true, result: { inFavour: 8 } }]);
      });

      it('knows members by the one name that is left of them, who were in the register twice', async () => {
        const [twin, left] = [await aPerson(world, world.town.ward), await aPerson(world, world.town.ward)];
        const cases = await listedCases(world, 2, { people: [twin, await aPerson(world, world.town.ward)] });
        const { personId, memberId } = world.member(5);
        await world.accepted('person.merge', { intoId: personId }, { id: twin });
        const round = await world.voting(cases);
        expect((await world.read(round)).items.map((item) => item.conflictedMemberIds)).toEqual([[memberId], []]);
        // The seat and the place on the roll go over to the row that stays.
        await world.accepted('person.merge', { intoId: left }, { id: personId });
        const vote = { itemId: round.itemIds[1], choice: YES };
        const actor = { ...world.member(5).actor, personId: left };
        expect(codesOf(await world.send('review.cast', vote, { actor, id: round.id }))).toEqual(['accepted']);
      });

      it('has minutes that invite the members of the day before anybody has come', async () => {
        await seatMember(world, world.town.council, world.town.ward, 'member');
        const round = await world.aRound();
        const minutes = await world.get(MinutesQueries).minutes(world.office, round.id);
        expect(minutes).toMatchObject({ isDraft: true, sittings: [], items: [], host: 'Hội đồng mẫu' });
        expect(minutes.invited).toHaveLength(10);
      });
    });

    it('all of it keeps every promise that data can show, and is found out when a ledger was changed', async () => {
      await world.drain();
      expect(await world.broken()).toEqual([]);
      await world.damage(`UPDATE review_quota_entries SET state = 'placed', place_number = 2 WHERE state = 'ended'`);
      expect((await world.broken()).filter((message) => message.startsWith('quota-ledgers'))).not.toEqual([]);
    });
  });
}

describeSqlite('on SQLite', widerContract);
describePostgresDatabase('on PostgreSQL', widerContract);
