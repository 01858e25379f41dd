import { scopeOf } from '../../src/platform/auth/scope';
import { NotFoundError } from '../../src/platform/errors/platform.errors';
import { CampaignsQueries } from '../../src/campaigns/campaigns.queries';
import { RunningQueries } from '../../src/campaigns/running/running.queries';
import { CampaignTreeQueries } from '../../src/campaigns/tree/campaign-tree.queries';
import type { CommandResult } from '../../src/platform/runner/command-result';
import { DueReportsQueries } from '../../src/pledges/results/due-reports.queries';
import { addMilliseconds, endOfDay, instant, localDate } from '../../workflows/kernel';
import { codesOf, measure, MEETING, PledgeWorld, VALUES } from '../factories/pledges';
import { describePostgresDatabase, describeSqlite, type DatabaseOf } from '../support/database';

describeSqlite('on SQLite', wider);
describePostgresDatabase('on PostgreSQL', wider);

const reason = 'Chưa nghiêm túc thực hiện';

function wider(database: DatabaseOf): void {
  describe('a campaign in full', () => {
    let world: PledgeWorld;
    let campaign: string;

    beforeAll(async () => {
      world = await PledgeWorld.open(database());
    });
    afterAll(() => world.close());
    beforeEach(async () => {
      world.at(MEETING);
      campaign = await world.aCampaign();
    });
    afterEach(async () => expect(await world.violations()).toEqual([]));

    const get = <T>(of: new (...parts: never[]) => T): T => world.module.get(of, { strict: false });
    const office = () => scopeOf(world.office);
    const ofWard = (index: number) => scopeOf(world.officer(world.ward(index)));
    const draft = (more: object): Promise<CommandResult> => world.send('campaign.draft', world.planOf(more));
    const one = (id: string) => get(CampaignsQueries).one(office(), id);

    it('keeps everything that a plan says, in its order, and a month as its last day', async () => {
      const words = {
        issuerOffices: [{ issuerId: world.district, name: 'Phòng Nội vụ' }],
        participantClasses: [{ name: 'Các phường', count: 14 }, { name: 'Các trường học' }],
        themes: [
          { text: 'Chủ đề của thành phố', setBy: 'Thành phố' },
          { text: 'Chủ đề của quận', setBy: 'Quận', setByUnitId: world.district },
        ],
        contentGroups: [{ code: 'I', name: 'Kinh tế' }],
        duties: [{ name: 'Ban Tuyên giáo', text: 'Tuyên truyền', dueOn: '2024-12' }],
        recipients: [{ name: 'Lưu', copies: 10 }],
      };
      const inGroup = { code: '1', name: 'Chỉ tiêu', groupCode: 'I', measures: [measure('income')] };
      const thematic = { kind: 'thematic', periodType: 'severalYears', startsOn: '2021-07-01', endsOn: '2023-11-06' };
      const id = await world.accepted(
        'campaign.draft',
        world.planOf({ ...words, ...thematic, indicators: [inGroup], allocations: [], unitIds: [] }),
      );
      const { plan, ...shown } = await one(id);
      expect(plan.words).toEqual({ ...words, duties: [{ ...words.duties[0], dueOn: '2024-12-31' }] });
      expect(plan.indicators).toEqual([{ code: '1', name: 'Chỉ tiêu', groupCode: 'I' }]);
      expect(shown).toMatchObject({ durationClass: 'oneToThreeYears', periodLabel: '2021-2023', parentId: null });
      expect(await world.send('campaign.submit', {}, { id })).toMatchObject({ state: 'awaitingApproval' });
      const found = await get(CampaignsQueries).list(office(), { limit: 50, duration: 'oneToThreeYears' });
      expect(found.items.map((each) => each.id)).toEqual([id]);
    });

    it.each([
      [
        'CAMPAIGN.GROUP_ASTRAY',
        { indicators: [{ code: '1', name: 'x', groupCode: 'II', measures: [measure('income')] }] },
      ],
      ['CAMPAIGN.OFFICE_ASTRAY', { issuerOffices: [{ issuerId: '018d1e5a-2f00-7c3b-9f6e-0a1b2c3d4e5f', name: 'x' }] }],
      ['CAMPAIGN.UNKNOWN_UNIT', { duties: [{ name: 'x', text: 'x', unitId: '018d1e5a-2f00-7c3b-9f6e-0a1b2c3d4e5f' }] }],
      ['CAMPAIGN.SCHOOL_YEAR_UNCLEAR', { periodType: 'schoolYear' }],
      ['CAMPAIGN.SCHOOL_YEAR_UNCLEAR', { schoolYear: '2024-2025' }],
      ['CAMPAIGN.UNKNOWN_PARENT', { parentCampaignId: '018d1e5a-2f00-7c3b-9f6e-0a1b2c3d4e5f' }],
      [
        'CAMPAIGN.MEASURE_FAULTY',
        { indicators: [{ code: '1', name: 'x', measures: [measure('a', { weight: '0' })] }] },
      ],
    ])('refuses with %s a plan of %j', async (code, more) => {
      expect(codesOf(await draft({ allocations: [], ...more }))).toEqual([code]);
    });

    it('shows whether what was assigned adds up, with both numbers, and refuses nothing', async () => {
      const shared = measure('projects', { over: 'sum', plans: [{ name: 'Kế hoạch quận', value: '59' }] });
      const [first, second] = [world.ward(0), world.ward(1)];
      const id = await world.accepted(
        'campaign.draft',
        world.planOf({
          indicators: [{ code: '1', name: 'Dự án', measures: [shared] }],
          allocations: [
            { measureCode: 'projects', unitId: first, value: '29' },
            { measureCode: 'projects', unitId: second, value: '26' },
          ],
        }),
      );
      expect((await get(RunningQueries).allocationSums(office(), id)).items).toEqual([
        {
          ...{ measureCode: 'projects', planName: 'Kế hoạch quận' },
          ...{ planned: '59', allocated: '55', difference: '-4', addsUp: false },
        },
      ]);
      await expect(get(RunningQueries).allocationSums(ofWard(0), id)).rejects.toThrow(NotFoundError);
    });

    describe('with plans within it', () => {
      const child = (parentCampaignId: string): Promise<string> =>
        world.accepted('campaign.draft', world.planOf({ parentCampaignId }));

      it('is a tree of at most five levels, cut to who asks', async () => {
        const ids = [campaign];
        for (let level = 2; level <= 5; level += 1) ids.push(await child(ids.at(-1) ?? ''));
        expect(codesOf(await draft({ parentCampaignId: ids[4] }))).toEqual(['CAMPAIGN.TOO_DEEP']);
        const tree = await get(CampaignTreeQueries).around(office(), ids[2] ?? '');
        expect(tree.items.map(({ id, level }) => [id, level])).toEqual(ids.map((id, index) => [id, index - 2]));
        // The children are drafts of the district still.
        const ofOfficer = await get(CampaignTreeQueries).around(ofWard(0), campaign);
        expect(ofOfficer.items.map(({ id }) => id)).toEqual([campaign]);
        const { items } = await get(CampaignsQueries).list(office(), { limit: 10, parentId: campaign });
        expect(items.map(({ id }) => id)).toEqual([ids[1]]);
      });

      it('keeps its parent, and takes none that has ended or that the drafter may not know of', async () => {
        const [first, other] = [await child(campaign), await world.aCampaign()];
        const plan = world.planOf({ parentCampaignId: other });
        expect(codesOf(await world.send('campaign.revise', plan, { id: first }))).toEqual(['CAMPAIGN.PARENT_CHANGED']);
        const unsaid = world.planOf();
        expect(await world.send('campaign.revise', unsaid, { id: first })).toMatchObject({ outcome: 'accepted' });
        expect(await one(first)).toMatchObject({ parentId: campaign, planRevision: 2 });
        const asWard = { actor: world.actor('standingOffice', world.ward(0)) };
        const ofWardItself = { issuerIds: [world.ward(0)], unitIds: [world.ward(0)], allocations: [] };
        const hidden = world.planOf({ ...ofWardItself, parentCampaignId: first });
        expect(codesOf(await world.send('campaign.draft', hidden, asWard))).toEqual(['CAMPAIGN.UNKNOWN_PARENT']);
        const ofDistrict = world.planOf({ ...ofWardItself, parentCampaignId: campaign });
        expect(await world.send('campaign.draft', ofDistrict, asWard)).toMatchObject({ outcome: 'accepted' });
        await world.accepted('campaign.cancel', { reason }, { id: other, actor: world.authority });
        expect(codesOf(await draft({ parentCampaignId: other }))).toEqual(['CAMPAIGN.PARENT_ENDED']);
      });
    });

    it('lets those who launch it together read its draft and all it shows its leader, and the leader alone direct it', async () => {
      const [leader, partner] = [world.ward(0), await world.aUnit('ward', 'commune', world.district)];
      const plan = { issuerIds: [leader, partner], unitIds: [leader], allocations: [] };
      const id = await world.accepted('campaign.draft', world.planOf(plan));
      const queries = get(CampaignsQueries);
      const ofPartner = scopeOf(world.officer(partner));
      expect(await queries.one(ofPartner, id)).toMatchObject({ id, state: 'draft' });
      expect((await queries.list(ofPartner, { limit: 10, state: 'draft' })).items).toHaveLength(1);
      await expect(queries.one(ofWard(1), id)).rejects.toThrow(NotFoundError);
      const submitAs = (unitId: string) =>
        world.send('campaign.submit', {}, { id, actor: world.actor('standingOffice', unitId) });
      expect(await submitAs(partner)).toMatchObject({ outcome: 'forbidden' });
      await expect(submitAs(world.ward(1))).rejects.toThrow(NotFoundError);
      expect(await submitAs(leader)).toMatchObject({ outcome: 'accepted' });
      const approval = { number: '16', symbol: 'KH-UBND', approvedOn: '2024-01-19' };
      await world.accepted('campaign.approve', approval, { id, actor: world.authority });
      await world.accepted('campaign.launch', {}, { id, actor: world.authority });
      expect(await queries.one(ofPartner, id)).toMatchObject({ state: 'underway' });
      const praise = { kind: 'praise', unitId: leader, reason };
      await world.accepted('campaign.recordOutcome', praise, { id, actor: world.authority });
      const outcomes = await get(RunningQueries).outcomes(ofPartner, id, { limit: 10 });
      expect(outcomes.items).toMatchObject([{ unitId: leader, reason }]);
    });

    it('records criticism once with its reason, shows it to the unit and to nobody beside, and takes it back', async () => {
      const { authority } = world;
      const criticise = (unitId: string) =>
        world.send('campaign.recordOutcome', { kind: 'criticism', unitId, reason }, { id: campaign, actor: authority });
      const strange = await world.aUnit('ward', 'commune', world.district);
      expect(codesOf(await criticise(strange))).toEqual(['CAMPAIGN.OUTCOME_UNIT_ASTRAY']);
      expect(await criticise(world.ward(0))).toMatchObject({ outcome: 'accepted' });
      expect(codesOf(await criticise(world.ward(0)))).toEqual(['CAMPAIGN.OUTCOME_ALREADY_RECORDED']);
      const page = { limit: 10 };
      const seen = await get(RunningQueries).outcomes(ofWard(0), campaign, page);
      expect(seen.items).toMatchObject([{ kind: 'criticism', unitId: world.ward(0), reason, withdrawnAt: null }]);
      expect((await get(RunningQueries).outcomes(ofWard(1), campaign, page)).items).toEqual([]);
      const outcomeId = seen.items[0]?.id ?? '';
      const withdraw = () =>
        world.send(
          'campaign.withdrawOutcome',
          { outcomeId, reason: 'Đã khắc phục' },
          { id: campaign, actor: authority },
        );
      expect(await withdraw()).toMatchObject({ outcome: 'accepted' });
      expect(codesOf(await withdraw())).toEqual(['CAMPAIGN.NO_SUCH_OUTCOME']);
      const { items } = await get(RunningQueries).outcomes(office(), campaign, page);
      expect(items).toMatchObject([{ withdrawnAt: MEETING, withdrawnFor: 'Đã khắc phục' }]);
      await world.accepted('campaign.conclude', {}, { id: campaign, actor: authority });
      expect(await criticise(world.ward(0))).toMatchObject({ state: 'concluded' });
    });

    it('keeps what an interim review found, and moves its own end', async () => {
      const found = { heldOn: '2024-01-18', name: 'Sơ kết', results: 'Đạt 5 chỉ tiêu', paperNumber: '120/BC-UBND' };
      await world.accepted('campaign.interimReview', found, { id: campaign });
      expect((await one(campaign)).interimReviews).toEqual([{ id: expect.any(String) as string, ...found }]);
      const extend = (dueOn: string) =>
        world.send(
          'campaign.extend',
          { deadline: { of: 'period' }, dueOn, reason },
          { id: campaign, actor: world.authority },
        );
      expect(codesOf(await extend('2024-12-31'))).toEqual(['CAMPAIGN.NOT_AN_EXTENSION']);
      expect(await extend('2025-03')).toMatchObject({ outcome: 'accepted' });
      expect(await one(campaign)).toMatchObject({
        ...{ endsOn: '2025-03-31', periodLabel: '2024-2025', durationClass: 'oneToThreeYears' },
      });
      const deadlines = await world.reads.rows<{ due: string }>(
        `SELECT due_on AS "due" FROM deadlines WHERE stream_id = ? AND kind = 'campaign.periodEnds'`,
        [campaign],
      );
      expect(deadlines.map(({ due }) => due)).toContain('2025-03-31');
    });

    it('asks some units for a report, and tells who was in time, late and not heard of', async () => {
      const [first, second] = [world.ward(0), world.ward(1)];
      const strange = await world.aUnit('ward', 'commune', world.district);
      const request = (period: string, more: object) =>
        world.send('campaign.requestReport', { period, dueOn: '2024-02', ...more }, { id: campaign });
      expect(codesOf(await request('tháng 2', { unitIds: [first, strange] }))).toEqual(['CAMPAIGN.ADDRESSEE_ASTRAY']);
      await request('tháng 2', { unitIds: [first, second] });
      await request('tất cả', { dueOn: '2024-03-05' });
      const pledges = [await world.aRegistered(campaign, first), await world.aRegistered(campaign, second)];
      const report = (index: number, period: string) =>
        world.accepted(
          'pledge.report',
          { period, asOf: '2024-01-18', values: VALUES },
          { id: pledges[index] ?? '', actor: world.officer(world.ward(index)) },
        );
      const dueDay = endOfDay(localDate('2024-02-29'));
      world.at(addMilliseconds(dueDay, -1));
      await report(0, 'tháng 2');
      world.at(dueDay);
      await report(1, 'tháng 2');
      await report(1, 'tất cả');
      const queries = get(DueReportsQueries);
      const none = { inTime: 0, late: 0, awaited: 0, overdue: 0 };
      const items = await queries.requests(office(), campaign);
      expect(items).toMatchObject([
        { period: 'tháng 2', isForAll: false, ...none, inTime: 1, late: 1 },
        { period: 'tất cả', isForAll: true, ...none, inTime: 1, awaited: 2 },
      ]);
      world.at(instant('2024-03-06T00:00:00.000Z'));
      const list = (scope: ReturnType<typeof office>, requestId: string, state?: string) =>
        queries.units(scope, campaign, { limit: 10, requestId, ...(state === undefined ? {} : { state }) });
      const [ofSome = '', ofAll = ''] = items.map(({ requestId }) => requestId);
      expect((await list(office(), ofSome, 'late')).items).toMatchObject([{ unitId: second, reportedAt: dueDay }]);
      const overdue = (await list(office(), ofAll, 'overdue')).items.map(({ unitId }) => unitId);
      expect(new Set(overdue)).toEqual(new Set([first, world.ward(2)]));
      expect((await list(ofWard(0), ofAll)).items).toMatchObject([{ unitId: first, state: 'overdue' }]);
      await expect(list(office(), campaign)).rejects.toThrow(NotFoundError);
    });

    it('is found out by verify when rows say other than its state', async () => {
      await world.accepted(
        'campaign.recordOutcome',
        { kind: 'praise', unitId: world.ward(0), reason },
        {
          ...{ id: campaign, actor: world.authority },
        },
      );
      for (const damage of [
        "UPDATE campaign_outcomes SET kind = 'criticism'",
        'DELETE FROM campaign_outcomes',
        'DELETE FROM campaign_issuers',
        `UPDATE campaigns SET parent_id = id WHERE id = '${campaign}'`,
      ]) {
        expect(await world.damaged(damage)).not.toEqual([]);
      }
    });
  });
}
