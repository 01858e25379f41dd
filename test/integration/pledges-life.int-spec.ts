import { instant } from '../../workflows/kernel';
import { scopeOf } from '../../src/platform/auth/scope';
import { PledgesQueries } from '../../src/pledges/pledges.queries';
import { codesOf, MEETING, PledgeWorld, VALUES } from '../factories/pledges';
import { describeSqlite } from '../support/database';

const APRIL = instant('2024-04-02T02:00:00.000Z');
const JANUARY = instant('2025-01-03T02:00:00.000Z');

const report = (period: string, asOf: string, values: readonly object[]): object => ({ period, asOf, values });
const value = (measureCode: string, reported: string, more: object = {}): object => ({
  measureCode,
  value: reported,
  ...more,
});

describeSqlite('on SQLite', (database) =>
  describe('a pledge from draft to outcome', () => {
    let world: PledgeWorld;
    let campaign: string;
    const ward = (): string => world.ward(0);
    const byOfficer = (id: string) => ({ id, actor: world.officer(ward()) });

    const read = (id: string) => world.module.get(PledgesQueries, { strict: false }).one(scopeOf(world.office), id);

    beforeAll(async () => {
      world = await PledgeWorld.open(database());
    });
    afterAll(() => world.close());
    beforeEach(async () => {
      world.at(MEETING);
      campaign = await world.aCampaign();
    });
    // Whatever a test did, what `verify` asks of pledges holds afterwards.
    afterEach(async () => expect(await world.violations()).toEqual([]));

    it('lives from draft over reports to its outcome, each step by whom it concerns', async () => {
      const id = await world.aRegistered(campaign);
      world.at(APRIL);
      const q1 = [value('income', '60'), value('poverty', '0.2'), value('place', '4')];
      await world.accepted('pledge.report', report('2024-Q1', '2024-03-31', q1), byOfficer(id));
      const [reported] = (await read(id)).reports;
      expect(reported).toMatchObject({ period: '2024-Q1', asOf: '2024-03-31', status: 'reported', planRevision: 1 });
      const asReported = { planName: null, verified: null, basis: null };
      expect(reported?.values).toEqual([
        { ...asReported, measureCode: 'income', reported: '60', status: 'reached', percent: '100' },
        { ...asReported, measureCode: 'place', reported: '4', status: 'missed', percent: null },
        { ...asReported, measureCode: 'poverty', reported: '0.2', status: 'exceeded', percent: null },
      ]);

      expect(codesOf(await world.send('pledge.conclude', {}, { id }))).toEqual(['PLEDGE.REPORTS_NOT_VERIFIED']);
      await world.accepted('pledge.verify', { reportId: reported?.id, values: [value('poverty', '0.3')] }, { id });
      expect((await read(id)).reports[0]).toMatchObject({
        status: 'verified',
        values: [
          { measureCode: 'income', verified: '60', status: 'reached' },
          { measureCode: 'place', verified: '4', status: 'missed' },
          { measureCode: 'poverty', reported: '0.2', verified: '0.3', status: 'missed' },
        ],
      });

      world.at(JANUARY);
      const year = [value('poverty', '0.25')];
      await world.accepted('pledge.report', report('2024', '2024-12-31', year), byOfficer(id));
      const last = (await read(id)).reports[1];
      await world.accepted('pledge.verify', { reportId: last?.id, values: [] }, { id });
      expect(await world.send('pledge.conclude', {}, { id })).toMatchObject({ state: 'concluded' });
      expect(await read(id)).toMatchObject({ state: 'concluded', outcome: 'exceeded' });
    });

    it.each([
      ['fulfilled', ['60', '0.26']],
      ['exceeded', ['61', '0.26']],
      ['missed', ['61', '0.27']],
    ])('ends as %s when its mandatory measures come to %j', async (outcome, [income, poverty]) => {
      const id = await world.aRegistered(campaign);
      world.at(JANUARY);
      const values = [value('income', income!), value('poverty', poverty!)];
      await world.accepted('pledge.report', report('2024', '2024-12-31', values), byOfficer(id));
      const { reports } = await read(id);
      await world.accepted('pledge.verify', { reportId: reports[0]?.id, values: [] }, { id });
      await world.accepted('pledge.conclude', {}, { id });
      expect(await read(id)).toMatchObject({ outcome });
    });

    it('ends as missed when a mandatory measure was never reported', async () => {
      const id = await world.aRegistered(campaign);
      await world.accepted('pledge.conclude', {}, { id });
      expect(await read(id)).toMatchObject({ outcome: 'missed' });
    });

    it('is measured at its end by what it pledged, not by what the plan asks', async () => {
      const values = [value('income', '70'), value('poverty', '0.26')];
      const id = await world.aRegistered(campaign, ward(), { values });
      world.at(JANUARY);
      const results = [value('income', '65'), value('poverty', '0.26')];
      await world.accepted('pledge.report', report('2024', '2024-12-31', results), byOfficer(id));
      const { reports } = await read(id);
      expect(reports[0]?.values[0]).toMatchObject({ measureCode: 'income', status: 'exceeded' });
      await world.accepted('pledge.verify', { reportId: reports[0]?.id, values: [] }, { id });
      await world.accepted('pledge.conclude', {}, { id });
      expect(await read(id)).toMatchObject({ outcome: 'missed' });
    });

    describe('values below the assigned ones', () => {
      const weak = { measureCode: 'income', value: '59' };
      const reason = 'Ba doanh nghiệp lớn đã chuyển trụ sở sang quận khác';

      it('are refused without a reason and taken with one, which is kept apart from the events', async () => {
        const id = await world.aDraft(campaign, ward(), { values: [weak, VALUES[1]] });
        expect(codesOf(await world.send('pledge.submit', {}, byOfficer(id)))).toEqual(['PLEDGE.BELOW_ASSIGNED']);
        await world.accepted('pledge.revise', { values: [{ ...weak, reason }, VALUES[1]] }, byOfficer(id));
        await world.accepted('pledge.submit', {}, byOfficer(id));
        expect((await read(id)).values).toEqual([
          { measureCode: 'income', value: '59', hasReason: true, reason },
          { measureCode: 'poverty', value: '0.26', hasReason: false, reason: null },
        ]);
        const events = await world.reads.rows<{ body: string }>('SELECT body FROM events');
        expect(events.filter(({ body }) => body.includes('doanh nghiệp'))).toEqual([]);
      });

      it('are not brought in by an amendment without a reason of their own', async () => {
        const id = await world.aRegistered(campaign);
        const amend = (values: readonly object[]) => world.send('pledge.amend', { values, reason }, { id });
        expect(codesOf(await amend([weak, VALUES[1]!]))).toEqual(['PLEDGE.AMENDED_BELOW_ASSIGNED']);
        expect(await amend([{ ...weak, reason }, VALUES[1]!])).toMatchObject({ state: 'registered' });
        expect(await read(id)).toMatchObject({ valuesRevision: 2, values: [{ value: '59', reason }, {}] });
      });
    });

    describe('what the rules of a measure forbid', () => {
      it.each([
        ['a place that is no whole number', 'place', '2.5'],
        ['a place beyond the number of places', 'place', '16'],
      ])('refuses to pledge %s', async (_, code, impossible) => {
        const values = [...VALUES, value(code, impossible)];
        const draft = world.draftOf(campaign, ward(), { values });
        const result = await world.send('pledge.draft', draft, { actor: world.officer(ward()) });
        expect(codesOf(result)).toEqual(['PLEDGE.IMPOSSIBLE_VALUE']);
        for (const table of ['pledges', 'pledge_places']) {
          expect(await world.reads.rows(`SELECT * FROM ${table} WHERE campaign_id = ?`, [campaign])).toEqual([]);
        }
      });

      it.each([
        ['no plan where there are several', undefined, ['PLEDGE.PLAN_NOT_NAMED']],
        ['a plan that the measure does not have', 'Kế hoạch phường', ['PLEDGE.UNKNOWN_PLAN']],
      ])('refuses a report that names %s', async (_, plan, codes) => {
        const id = await world.aRegistered(campaign);
        world.at(APRIL);
        const values = [value('models', '55', plan ? { plan } : {})];
        const result = await world.send('pledge.report', report('2024-Q1', '2024-03-31', values), byOfficer(id));
        expect(codesOf(result)).toEqual(codes);
        expect(await read(id)).toMatchObject({ state: 'registered', reports: [] });
      });

      it('judges a result by the plan that it claims', async () => {
        const id = await world.aRegistered(campaign);
        world.at(APRIL);
        for (const [period, plan] of [
          ['2024-02', 'Kế hoạch thành phố'],
          ['2024-03', 'Kế hoạch quận'],
        ] as const) {
          const values = [value('models', '55', { plan })];
          await world.accepted('pledge.report', report(period, '2024-03-31', values), byOfficer(id));
        }
        expect((await read(id)).reports.map(({ values }) => values[0]?.status).sort()).toEqual(['exceeded', 'missed']);
      });

      it('refuses to verify a value that the report does not give', async () => {
        const id = await world.aRegistered(campaign);
        world.at(APRIL);
        const q1 = report('2024-Q1', '2024-03-31', [value('income', '15')]);
        await world.accepted('pledge.report', q1, byOfficer(id));
        const [reported] = (await read(id)).reports;
        const verify = { reportId: reported?.id, values: [value('poverty', '0.2')] };
        expect(codesOf(await world.send('pledge.verify', verify, { id }))).toEqual(['PLEDGE.NOT_IN_REPORT']);
      });

      it('refuses two values for one measure as a wrong request', async () => {
        const draft = world.draftOf(campaign, ward(), { values: [VALUES[0], VALUES[0]] });
        await expect(world.send('pledge.draft', draft, { actor: world.officer(ward()) })).rejects.toMatchObject({
          code: 'HTTP.INVALID_REQUEST',
          errors: [{ field: 'values', code: 'ONCE_PER_MEASURE' }],
        });
      });
    });

    it('keeps the plan that its values were written under until they are written anew', async () => {
      const id = await world.aRegistered(campaign);
      const stricter = world.planOf({
        allocations: [{ measureCode: 'income', unitId: ward(), value: '80' }],
        reason: 'Thành phố giao thêm',
      });
      await world.accepted('campaign.amend', stricter, { id: campaign, actor: world.authority });
      world.at(APRIL);
      const q1 = report('2024-Q1', '2024-03-31', [value('income', '60')]);
      await world.accepted('pledge.report', q1, byOfficer(id));
      expect(await read(id)).toMatchObject({ planRevision: 1, reports: [{ planRevision: 1 }] });
      const amend = { values: VALUES, reason: 'Theo kế hoạch điều chỉnh' };
      expect(codesOf(await world.send('pledge.amend', amend, { id }))).toEqual(['PLEDGE.AMENDED_BELOW_ASSIGNED']);
      const values = [{ measureCode: 'income', value: '80' }, VALUES[1]];
      await world.accepted('pledge.amend', { ...amend, values }, { id });
      expect(await read(id)).toMatchObject({ planRevision: 2, valuesRevision: 2 });
    });

    it('gives a command that is sent twice one effect and one answer', async () => {
      const id = await world.aRegistered(campaign);
      world.at(APRIL);
      const q1 = report('2024-Q1', '2024-03-31', [value('income', '60')]);
      const options = { ...byOfficer(id), commandId: 'the same' };
      const first = await world.send('pledge.report', q1, options);
      expect(await world.send('pledge.report', q1, options)).toEqual({ ...first, isRepeat: true });
      expect((await read(id)).reports).toHaveLength(1);
    });
  }),
);
