import { scopeOf, SYSTEM_SCOPE } from '../../src/platform/auth/scope';
import { SYSTEM_ACTOR, type Actor } from '../../src/platform/auth/actor';
import { NotFoundError } from '../../src/platform/errors/platform.errors';
import { PledgesQueries } from '../../src/pledges/pledges.queries';
import { ResultsQueries } from '../../src/pledges/results/results.queries';
import { UnitResultsQueries } from '../../src/pledges/results/unit-results.queries';
import { StatementsQueries } from '../../src/pledges/statements/statements.queries';
import { codesOf, measure, MEETING, PledgeWorld, VALUES } from '../factories/pledges';
import { describePostgresDatabase, describeSqlite, type DatabaseOf } from '../support/database';

describeSqlite('on SQLite', wider);
describePostgresDatabase('on PostgreSQL', wider);

const reason = 'Sáp nhập phường';

function wider(database: DatabaseOf): void {
  describe('pledges in full', () => {
    let world: PledgeWorld;
    let campaign: string;
    const statements: string[] = [];

    beforeAll(async () => {
      world = await PledgeWorld.open(database(), 3, (sql) => statements.push(sql));
    });
    afterAll(() => world.close());
    beforeEach(async () => {
      world.at(MEETING);
      campaign = await world.aCampaign();
    });
    afterEach(async () => expect(await world.violations()).toEqual([]));

    const get = <T>(of: new (...parts: never[]) => T): T => world.module.get(of, { strict: false });
    const one = (id: string) => get(PledgesQueries).one(SYSTEM_SCOPE, id);
    const asSystem = { actor: SYSTEM_ACTOR };
    const aPerson = (unitId: string): Promise<string> =>
      world.accepted('person.add', { name: world.next('Người '), unitId }, asSystem);

    /** A verified report of a registered pledge. */
    const aVerified = async (pledge: string, unitId: string, values: readonly object[]): Promise<void> => {
      const report = { period: 'năm', asOf: '2024-01-18', values };
      await world.accepted('pledge.report', report, { id: pledge, actor: world.officer(unitId) });
      const reportId = (await one(pledge)).reports.at(-1)?.id;
      await world.accepted('pledge.verify', { reportId, values: [] }, { id: pledge });
    };

    describe('of a person', () => {
      const draftOf = (personId: string, more: object = {}): object =>
        world.draftOf(campaign, world.ward(0), {
          ...{ personId, values: [{ measureCode: 'income', value: '5' }] },
          ...more,
        });
      const byOfficer = () => ({ actor: world.officer(world.ward(0)) });

      it('stands beside that of the unit, asks for nothing more, and is seen by the person', async () => {
        await world.aRegistered(campaign);
        const personId = await aPerson(world.ward(0));
        const id = await world.accepted('pledge.draft', draftOf(personId), byOfficer());
        await world.accepted('pledge.sign', { unitId: world.ward(0) }, { id, actor: world.head(world.ward(0)) });
        await world.accepted('pledge.submit', {}, { id, ...byOfficer() });
        await world.accepted('pledge.accept', {}, { id });
        await aVerified(id, world.ward(0), [{ measureCode: 'income', value: '6' }]);
        await world.accepted('pledge.conclude', {}, { id });
        expect(await one(id)).toMatchObject({ personId, outcome: 'exceeded' });
        const own = { ...scopeOf(world.officer(world.ward(1))), personId };
        const { items } = await get(PledgesQueries).list(own, { limit: 10, campaignId: campaign });
        expect(items.map((each) => each.id)).toEqual([id]);
        // What a person did is no result of the unit.
        const { measures } = await get(ResultsQueries).of(SYSTEM_SCOPE, campaign);
        expect(measures.find(({ code }) => code === 'income')?.units).toMatchObject({ of: 3, notReported: 3 });
      });

      it('is refused for somebody of another unit and in an agreement', async () => {
        const stranger = await aPerson(world.ward(1));
        const agreement = { kind: 'agreement', memberUnitIds: world.wards };
        expect(codesOf(await world.send('pledge.draft', draftOf(stranger, agreement), byOfficer()))).toEqual([
          'PLEDGE.PERSON_IN_AGREEMENT',
          'PLEDGE.PERSON_NOT_OF_UNIT',
        ]);
      });

      it('is one of twenty that come at once, and another when it has come to nothing', async () => {
        const personId = await aPerson(world.ward(0));
        const results = await Promise.all(
          Array.from({ length: 20 }, () => world.send('pledge.draft', draftOf(personId), byOfficer())),
        );
        const accepted = results.flatMap((result) => (result.outcome === 'accepted' ? [result.id] : []));
        expect(accepted).toHaveLength(1);
        const refused = results.filter(({ outcome }) => outcome === 'refused');
        expect(new Set(refused.flatMap(codesOf))).toEqual(new Set(['PLEDGE.UNIT_HAS_PLEDGE']));
        const head = { id: accepted[0] ?? '', actor: world.head(world.ward(0)) };
        await world.accepted('pledge.withdraw', { reason }, head);
        expect(await world.send('pledge.draft', draftOf(personId), byOfficer())).toMatchObject({ outcome: 'accepted' });
      });

      it('stays that of the person when two rows of the person become one, and is one in a campaign all the same', async () => {
        const [first, second] = [await aPerson(world.ward(0)), await aPerson(world.ward(0))];
        const mergeInto = (intoId: string, id: string) => world.send('person.merge', { intoId }, { id, ...asSystem });
        const id = await world.accepted('pledge.draft', draftOf(first), byOfficer());
        const other = await world.accepted('pledge.draft', draftOf(second), byOfficer());
        expect(codesOf(await mergeInto(second, first))).toEqual(['PLEDGE.PERSON_PLEDGED_TWICE']);
        await world.accepted('pledge.withdraw', { reason }, { id: other, actor: world.head(world.ward(0)) });
        expect(await mergeInto(second, first)).toMatchObject({ outcome: 'accepted' });
        const own = { ...scopeOf(world.officer(world.ward(1))), personId: second };
        const { items } = await get(PledgesQueries).list(own, { limit: 10, campaignId: campaign });
        expect(items.map((each) => each.id).sort()).toEqual([id, other].sort());
        expect(codesOf(await world.send('pledge.draft', draftOf(second), byOfficer()))).toEqual([
          'PLEDGE.UNIT_HAS_PLEDGE',
        ]);
      });
    });

    it('lets a delegate sign for the head on the days of the delegation, and do nothing else', async () => {
      const unitId = world.ward(0);
      const personId = await aPerson(unitId);
      const delegation = { personId, validFrom: '2024-01-19', validTo: '2024-01-31', paper: '07/GUQ-UBND' };
      await world.accepted('unit.nameDelegate', delegation, { id: unitId, ...asSystem });
      const delegate: Actor = { ...world.officer(unitId), id: 'delegate', personId };
      const id = await world.aDraft(campaign);
      const sign = (actor: Actor) => world.send('pledge.sign', { unitId }, { id, actor });
      expect(await sign({ ...delegate, personId: null })).toMatchObject({ outcome: 'forbidden' });
      world.at('2024-01-31T17:00:00.000Z' as typeof MEETING);
      expect(await sign(delegate)).toMatchObject({ outcome: 'forbidden' });
      world.at(MEETING);
      expect(await world.send('pledge.withdraw', { reason }, { id, actor: delegate })).toMatchObject({
        outcome: 'forbidden',
      });
      expect(await sign(delegate)).toMatchObject({ outcome: 'accepted' });
      expect((await one(id)).members).toEqual([{ unitId, isSigned: true }]);
    });

    it('keeps papers of a report, their titles apart from the events', async () => {
      const id = await world.aRegistered(campaign);
      const paper = { title: 'Biên bản của bà Mẫu', measureCode: 'income', number: '45/BC', date: '2024-01-18' };
      const report = (evidence: readonly object[]) =>
        world.send(
          'pledge.report',
          { period: 'năm', asOf: '2024-01-18', values: [{ measureCode: 'income', value: '60' }], evidence },
          { id, actor: world.officer(world.ward(0)) },
        );
      expect(codesOf(await report([{ ...paper, measureCode: 'poverty' }]))).toEqual(['PLEDGE.EVIDENCE_ASTRAY']);
      expect(await report([paper, { title: 'Toàn bộ' }])).toMatchObject({ outcome: 'accepted' });
      expect((await one(id)).reports[0]?.evidence).toEqual([paper, { title: 'Toàn bộ' }]);
      const events = await world.reads.rows<{ body: string }>('SELECT body FROM events WHERE stream_id = ?', [id]);
      expect(events.map(({ body }) => body).join()).not.toContain('bà Mẫu');
    });

    it('takes a result that is known in per cent of a plan alone, where it says something', async () => {
      const id = await world.aRegistered(campaign, world.ward(0), {
        values: [...VALUES, { measureCode: 'models', value: '55' }],
      });
      const report = (period: string, measureCode: string, value: string, plan?: string) =>
        world.send(
          'pledge.report',
          {
            ...{ period, asOf: '2024-01-18' },
            values: [{ measureCode, value, isPercentOfPlan: true, ...(plan ? { plan } : {}) }],
          },
          { id, actor: world.officer(world.ward(0)) },
        );
      expect(codesOf(await report('1', 'poverty', '115'))).toEqual(['PLEDGE.PERCENT_SAYS_NOTHING']);
      expect(codesOf(await report('1', 'models', '115'))).toEqual(['PLEDGE.PLAN_NOT_NAMED']);
      expect(await report('1', 'models', '115', 'Kế hoạch thành phố')).toMatchObject({ outcome: 'accepted' });
      const [{ id: reportId, values } = { id: '', values: [] }] = (await one(id)).reports;
      expect(values).toMatchObject([{ basis: 'percentOfPlan', reported: '115', status: 'exceeded', percent: '115' }]);
      await world.accepted('pledge.verify', { reportId, values: [] }, { id });
      const { items } = await get(UnitResultsQueries).list(SYSTEM_SCOPE, campaign, {
        ...{ limit: 10, measureCode: 'models', status: 'exceeded' },
      });
      // 115% of 50 is 57.5: more than the 55 that were pledged.
      expect(items).toMatchObject([
        { verified: '115', againstPledge: 'exceeded', plans: [{ planName: 'Kế hoạch thành phố', status: 'exceeded' }] },
      ]);
    });

    describe('together', () => {
      const indicators = [
        {
          code: '1',
          name: 'Thu ngân sách',
          measures: [measure('revenue', { over: 'sum', weight: '3', plans: two() })],
        },
        { code: '2', name: 'Thu nhập', measures: [measure('income', { weight: '1' })] },
      ];
      let pledges: readonly string[];

      function two(): readonly object[] {
        return [
          { name: 'Thành phố', value: '276.46' },
          { name: 'Quận', value: '370.67' },
        ];
      }

      beforeEach(async () => {
        campaign = await world.aCampaign({ indicators, allocations: [] });
        const values = [
          { measureCode: 'revenue', value: '100' },
          { measureCode: 'income', value: '60' },
        ];
        const ids: string[] = [];
        for (const unitId of world.wards) ids.push(await world.aRegistered(campaign, unitId, { values }));
        pledges = ids;
        for (const [index, [revenue, income]] of (['100', '200', '66.594'] as const)
          .map((amount, place) => [amount, ['60', '61', '59.9'][place] ?? ''] as const)
          .entries()) {
          await aVerified(ids[index] ?? '', world.ward(index), [
            { measureCode: 'revenue', value: revenue, plan: 'Thành phố' },
            { measureCode: 'income', value: income },
          ]);
        }
      });

      it('amount to how many indicators are reached and exceeded, beside every plan', async () => {
        const results = await get(ResultsQueries).of(scopeOf(world.office), campaign);
        expect(results).toMatchObject({
          unitCount: 3,
          standing: { of: 2, reached: 1, exceeded: 1, missed: 1, notReported: 0 },
          sentence: { vi: 'Đạt 1/2 chỉ tiêu, trong đó vượt 1 chỉ tiêu.' },
          weight: { reached: '3', total: '4' },
          measures: [
            {
              ...{ code: 'revenue', status: 'exceeded', sum: '366.594' },
              plans: [
                { planName: 'Thành phố', status: 'exceeded', percentOfPlan: '132.6' },
                { planName: 'Quận', status: 'missed', percentOfPlan: '98.9' },
              ],
            },
            { code: 'income', status: 'missed', sum: null, units: { of: 3, reached: 2, exceeded: 1, missed: 1 } },
          ],
        });
      });

      it('show who is over and who is under, each unit only to those who may see it', async () => {
        const list = (scope: ReturnType<typeof scopeOf>, measureCode: string, more: object = {}) =>
          get(UnitResultsQueries).list(scope, campaign, { limit: 1, measureCode, ...more });
        const office = scopeOf(world.office);
        const under = await list(office, 'income', { status: 'missed' });
        expect(under.items).toMatchObject([{ unitId: world.ward(2), pledged: '60', againstPledge: 'missed' }]);
        const first = await list(office, 'revenue');
        const second = await list(office, 'revenue', { cursor: first.nextCursor });
        expect(new Set([...first.items, ...second.items].map(({ unitId }) => unitId)).size).toBe(2);
        const own = await list(scopeOf(world.officer(world.ward(1))), 'revenue', { limit: 10 });
        expect(own.items.map(({ unitId, againstPledge }) => [unitId, againstPledge])).toEqual([
          [world.ward(1), 'exceeded'],
        ]);
        await expect(list(office, 'unheard of')).rejects.toThrow(NotFoundError);
      });

      it('are stated as well, kept apart, and compared', async () => {
        const stated = {
          ...{ campaignId: campaign, unitId: world.district, of: 2, reached: 1, exceeded: 1, asOf: '2024-01-10' },
          ...{ paperTitle: 'Báo cáo tổng kết', paperNumber: '45/BC' },
        };
        const record = (more: object) => world.send('resultStatement.record', { ...stated, ...more });
        expect(codesOf(await record({ exceeded: 2, asOf: '2024-01-20' }))).toEqual([
          'STATEMENT.NUMBERS_CANNOT_BE',
          'STATEMENT.FROM_THE_FUTURE',
        ]);
        const strange = await world.aUnit('ward', 'commune', world.district);
        expect(codesOf(await record({ unitId: strange }))).toEqual(['STATEMENT.UNIT_NOT_IN_CAMPAIGN']);
        const first = await world.accepted('resultStatement.record', stated);
        const compared = async () => (await get(ResultsQueries).of(scopeOf(world.office), campaign)).statements;
        const paper = { title: 'Báo cáo tổng kết', number: '45/BC' };
        expect(await compared()).toMatchObject([{ id: first, reached: 1, agrees: true, paper }]);
        const later = await world.accepted('resultStatement.record', { ...stated, reached: 2, asOf: '2024-01-18' });
        expect(await compared()).toMatchObject([{ id: later, agrees: false }]);
        const withdraw = () => world.send('resultStatement.withdraw', { reason: 'Nhầm số' }, { id: later });
        expect(await withdraw()).toMatchObject({ outcome: 'accepted' });
        expect(codesOf(await withdraw())).toEqual(['STATEMENT.ALREADY_WITHDRAWN']);
        expect(await compared()).toMatchObject([{ id: first }]);
        const ofWard = scopeOf(world.officer(world.ward(0)));
        expect((await get(StatementsQueries).list(ofWard, { limit: 10, campaignId: campaign })).items).toEqual([]);
        await expect(get(StatementsQueries).one(ofWard, first)).rejects.toThrow(NotFoundError);
        const asWard = world.officer(world.ward(0));
        expect(await world.send('resultStatement.record', stated, { actor: asWard })).toMatchObject({
          outcome: 'forbidden',
        });
        expect(await world.damaged('UPDATE result_statements SET reached = of_total + 1')).not.toEqual([]);
      });

      it('lose a unit that was merged, and name its successor', async () => {
        const [id = ''] = pledges;
        const end = (successorUnitId: string) =>
          world.send('pledge.discontinue', { reason, successorUnitId }, { id, ...asSystem });
        expect(codesOf(await end('018d1e5a-2f00-7c3b-9f6e-0a1b2c3d4e5f'))).toEqual(['PLEDGE.UNKNOWN_SUCCESSOR']);
        expect(codesOf(await end(world.ward(0)))).toEqual(['PLEDGE.SUCCESSOR_IS_ITSELF']);
        expect(await end(world.ward(1))).toMatchObject({ state: 'discontinued' });
        expect(await one(id)).toMatchObject({ state: 'discontinued', successorUnitId: world.ward(1) });
        const { measures } = await get(ResultsQueries).of(scopeOf(world.office), campaign);
        expect(measures[0]).toMatchObject({ sum: '266.594', status: 'notReported' });
      });
    });

    it('takes at most nine statements a command', async () => {
      const [officer, head] = [world.officer(world.ward(0)), world.head(world.ward(0))];
      const counted = async (type: string, input: object, options: object): Promise<string> => {
        statements.length = 0;
        const id = await world.accepted(type, input, options);
        const sent = statements.filter((sql) => /^\s*(SELECT|INSERT|UPDATE|DELETE|WITH)/i.test(sql));
        expect([type, sent.length <= 9 ? 'at most nine' : sent]).toEqual([type, 'at most nine']);
        return id;
      };
      const unitId = world.ward(0);
      const id = await counted('pledge.draft', world.draftOf(campaign, unitId), { actor: officer });
      await counted('pledge.sign', { unitId }, { id, actor: head });
      await counted('pledge.submit', {}, { id, actor: officer });
      await counted('pledge.accept', {}, { id });
      const report = { period: 'năm', asOf: '2024-01-18', values: VALUES };
      await counted('pledge.report', report, { id, actor: officer });
    });

    it('begins for no unit that has ended, and is kept above its own when that of the campaign has', async () => {
      const [unitId, stands, ended] = [world.ward(0), world.ward(1), world.ward(2)];
      const document = '1/NQ-HĐND';
      const drafted = (of: string, more: object = {}) =>
        world.send('pledge.draft', world.draftOf(campaign, of, more), { actor: world.officer(of) });
      await world.accepted('unit.dissolve', { on: '2024-01-01', document }, { id: ended, ...asSystem });
      expect(codesOf(await drafted(ended))).toEqual(['PLEDGE.UNIT_DISSOLVED']);
      const agreement = { kind: 'agreement', memberUnitIds: [stands, ended] };
      expect(codesOf(await drafted(stands, agreement))).toEqual(['PLEDGE.UNIT_DISSOLVED']);
      expect(await drafted(stands)).toMatchObject({ outcome: 'accepted' });
      // Nor is a campaign drafted for it: the plan names those that stand.
      expect(codesOf(await world.send('campaign.draft', world.planOf()))).toEqual(['CAMPAIGN.UNIT_DISSOLVED']);

      const successorId = await world.aUnit('district', 'district', world.city);
      const merger = { unitIds: [world.district], successorId, on: '2024-01-10', document };
      await world.accepted('unit.merge', merger, asSystem);
      await world.doJobs();
      await world.look(unitId);
      const id = await world.aDraft(campaign, unitId);
      await world.accepted('pledge.sign', { unitId }, { id, actor: world.head(unitId) });
      await world.accepted('pledge.submit', {}, { id, actor: world.officer(unitId) });
      const accept = (of: string) => world.send('pledge.accept', {}, { id, actor: world.actor('standingOffice', of) });
      expect(await accept(unitId)).toMatchObject({ outcome: 'forbidden' });
      expect(await accept(successorId)).toMatchObject({ outcome: 'accepted' });
    });
  });
}
