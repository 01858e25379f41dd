import fc from 'fast-check';
import { awardWorkflow } from '../../workflows/award';
import { decimal } from '../../workflows/kernel';
import {
  foldGroups,
  foldQuotas,
  TALLY_DIMENSIONS,
  type ClusterMembership,
  type TallyBreakdown,
  type TallyDimension,
} from '../../workflows/tally';
import { SYSTEM_SCOPE } from '../../src/platform/auth/scope';
import { RecordedFigures } from '../../src/reconciliations/recorded-figures';
import { UnitDirectory } from '../../src/units';
import { casesForFold } from '../../src/tallies/case-rows.repository';
import { TALLY_AXES } from '../../src/tallies/case-stages';
import { membershipsForFold } from '../../src/tallies/cluster-memberships.repository';
import type { QuotaStandingsQuery } from '../../src/tallies/dto/quota-standings.request';
import { TallyCasesQuery, TallyTableQuery } from '../../src/tallies/dto/tally-filter.request';
import { quotasForFold } from '../../src/tallies/quota-standings.repository';
import { countGroups } from '../../src/tallies/groups.repository';
import { anyCase, anyMembership, anyQuota, aTalliedCase } from '../factories/tallies';
import { describePostgresDatabase, describeSqlite, type DatabaseOf } from '../support/database';
import { useTallies } from './tallies-rig';

const STATES = awardWorkflow.transitions.statePaths;
const OUTSIDE = { sql: 't.campaign_key = ?', params: ['none'] };

const anyBreakdown: fc.Arbitrary<TallyBreakdown> = fc.record({
  axis: fc.constantFrom(...TALLY_AXES),
  by: fc.uniqueArray(fc.constantFrom<TallyDimension>(...TALLY_DIMENSIONS), { maxLength: 3 }),
  filter: fc.record(
    {
      year: fc.constantFrom(2023, 2024),
      tier: fc.constantFrom('GK', 'LDTT'),
      subjectKind: fc.constantFrom('person' as const, 'collective' as const),
      unitId: fc.constantFrom('w1', 'e'),
      unitPath: fc.constantFrom('/d/', '/d/w1/'),
      gender: fc.constantFrom('female', null),
      directWorker: fc.constantFrom(true, false, null),
      leader: fc.constantFrom(true, false, null),
      leaderLevel: fc.constantFrom('none' as const, 'unstated' as const, 'commune' as const, null),
      clusterId: fc.constantFrom('k1', 'k3', null),
    },
    { requiredKeys: [] },
  ),
});

/** That any breakdown is right, and the cases behind each number are its own, on either database. */
function breakdownsContract(database: DatabaseOf): void {
  describe('breakdowns', () => {
    const rig = useTallies(database);
    const ask = (more: object): TallyTableQuery => Object.assign(new TallyTableQuery(), { axis: 'decision', ...more });
    const behind = (more: object): TallyCasesQuery =>
      Object.assign(new TallyCasesQuery(), { axis: 'decision', family: 'state', stage: 'decided', limit: 1, ...more });

    it('count any cases by any dimensions and filter as the fold of the core does', async () => {
      const cases = fc.array(anyCase(STATES, [null]), { minLength: 1, maxLength: 25 });
      const members = fc.array(anyMembership, { maxLength: 6 });
      const asked = fc.array(anyBreakdown, { minLength: 4, maxLength: 4 });
      await fc.assert(
        fc.asyncProperty(cases, members, asked, async (put, memberships, breakdowns) => {
          await rig.empty();
          await rig.put(put);
          await rig.putMemberships(memberships);
          await rig.countAll();
          const folded = await casesForFold(rig.reads, null);
          expect(await membershipsForFold(rig.reads)).toEqual(expect.arrayContaining([...memberships]));
          for (const breakdown of breakdowns) {
            const expected = foldGroups(folded, breakdown, memberships);
            expect(await countGroups(rig.reads, breakdown, OUTSIDE)).toEqual(expected);
          }
          expect(await rig.violations()).toEqual([]);
        }),
        { numRuns: 15 },
      );
    });

    it('say how quotas stand as the fold of the core does', async () => {
      const cases = fc.array(anyCase(STATES, ['c1', null]), { minLength: 1, maxLength: 15 });
      const question = fc.record({
        axis: fc.constantFrom(...TALLY_AXES),
        year: fc.constantFrom(undefined, 2023, 2024),
        campaignId: fc.constantFrom('c1', null),
      });
      await fc.assert(
        fc.asyncProperty(cases, fc.array(anyQuota, { maxLength: 6 }), question, async (put, kept, asked) => {
          await rig.empty();
          await rig.plan('c1');
          await rig.put(put);
          await rig.putQuotas(kept);
          await rig.countAll();
          const { quotas, entries } = await quotasForFold(rig.reads, asked.campaignId);
          expect(quotas).toHaveLength(kept.filter(({ campaignId }) => campaignId === asked.campaignId).length);
          const folded = foldQuotas(quotas, entries, await casesForFold(rig.reads, asked.campaignId), asked);
          const { campaignId, ...rest } = asked;
          const query = { ...rest, ...(campaignId === null ? {} : { campaignId }), limit: 50 };
          const { items } = await rig.standings.of(SYSTEM_SCOPE, query as QuotaStandingsQuery);
          expect(items).toEqual(folded.map((standing) => ({ ...standing, councilName: '' })));
          expect(await rig.violations()).toEqual([]);
        }),
        { numRuns: 10 },
      );
    });

    it('answer a published text over all campaigns with what was sent up once, and with the money of who decided', async () => {
      const above = { subjectKind: 'person' as const, unitPath: '/d/w1/' };
      await rig.plan('c1');
      await rig.put([
        aTalliedCase({ ...above, campaignId: 'c1', state: 'grantedAbove', isUpward: 1 }),
        aTalliedCase({ ...above, unitPath: '/d/', amount: '710000' }),
      ]);
      await rig.change("UPDATE award_cases SET parent_case_id = 'case-0' WHERE id = 'case-1'");
      await rig.countAll();
      const counts = { stage: 'decided' as const, family: 'state' as const };
      const figures = (['awards', 'heads', 'money'] as const).map((number) => ({
        ...{ code: number, label: number, value: decimal('0') },
        counts: { ...counts, number },
      }));
      const content = { axis: 'decision' as const, figures, lists: [], periods: [] };
      const found = await new RecordedFigures(rig.reads, new UnitDirectory()).of(content, '/d/');
      expect(Object.fromEntries(found)).toEqual({ awards: '1', heads: '1', money: '710000' });
    });

    describe('of three persons and a collective', () => {
      beforeEach(async () => {
        const person = { subjectKind: 'person' as const };
        await rig.put([
          aTalliedCase({ ...person, subjectId: 's1', unitPath: '/d/w1/', amount: '710000' }),
          aTalliedCase({ ...person, subjectId: 's1', unitPath: '/d/w1/', tier: 'LDTT' }),
          aTalliedCase({ ...person, subjectId: 's2', unitPath: '/d/w2/' }),
          aTalliedCase({ ...person, subjectId: 's3', unitPath: '/e/', state: 'revoked' }),
          aTalliedCase({ subjectId: 'c1', unitPath: '/e/' }),
        ]);
        await rig.countAll();
      });

      it('show every group with awards, heads and money, what is not known first', async () => {
        const { state, party, by } = await rig.breakdowns.groupsOf(SYSTEM_SCOPE, ask({ by: ['gender'] }));
        expect(by).toEqual(['gender']);
        expect(party).toEqual([]);
        expect(state.map(({ keys, counts }) => [...keys, counts.decided, counts.revoked.awards])).toEqual([
          [null, { awards: 1, heads: 1, money: '0' }, 1],
          ['female', { awards: 2, heads: 1, money: '710000' }, 0],
          ['male', { awards: 1, heads: 1, money: '0' }, 0],
        ]);
      });

      it('are as many as the cases behind them, page by page', async () => {
        const { state } = await rig.breakdowns.groupsOf(SYSTEM_SCOPE, ask({ by: ['gender', 'directWorker'] }));
        for (const { keys, counts } of state) {
          const [gender, directWorker] = keys.map((key) => (key === null ? 'unknown' : String(key)));
          const filter = behind({ gender, directWorker, stage: 'proposed' });
          const { total, items } = await rig.breakdowns.casesBehind(SYSTEM_SCOPE, filter);
          expect([total, items.length]).toEqual([counts.proposed.awards, 1]);
        }
      });

      it('keep what a person was when the award was decided, whatever the person is now', async () => {
        await rig.change("UPDATE people SET is_leader = 0, is_direct_worker = 0 WHERE id IN ('s1', 's2')");
        await rig.change('UPDATE award_cases SET version = version + 1');
        await rig.put([aTalliedCase({ subjectKind: 'person', subjectId: 's1', state: 'listed', decidedOn: null })], 5);
        await rig.countAll();
        const leaders = await rig.breakdowns.casesBehind(SYSTEM_SCOPE, behind({ leader: 'true' }));
        expect(leaders.items).toMatchObject([{ subjectId: 's2' }]);
        const achieved = { axis: 'achievement', stage: 'proposed', directWorker: 'true' };
        const workers = await rig.breakdowns.casesBehind(SYSTEM_SCOPE, behind({ ...achieved, limit: 10 }));
        expect(workers.items.map(({ caseId }) => caseId)).toEqual(['case-0', 'case-1']);
        expect(await rig.violations()).toEqual([]);
      });

      it('name known tiers that no case is of with zeros, each with the kinds of subjects it may be given to', async () => {
        const all = { by: ['tier', 'subjectKind'], zeros: 'true', year: 2024 };
        const query = ask(all);
        const { state, party } = await rig.breakdowns.groupsOf(SYSTEM_SCOPE, query);
        const zeros = state.filter(({ counts }) => counts.proposed.awards === 0);
        expect(zeros.length).toBeGreaterThan(0);
        expect(state.map(({ keys }) => keys)).toContainEqual(['GK', 'household']);
        expect(party.every(({ counts }) => counts.proposed.awards === 0)).toBe(true);
        const only = await rig.breakdowns.groupsOf(SYSTEM_SCOPE, ask({ ...all, tier: 'GK', subjectKind: 'household' }));
        expect(only.state).toMatchObject([
          { keys: ['GK', 'household'], counts: { decided: { awards: 0, money: '0' } } },
        ]);
      });

      it('narrow to a unit with all below it, and know no unit that is not there', async () => {
        const unit = (
          id: string,
          path: string,
        ): string => `('${id}', '${id}', '=${id}', '${id}', 'ward', 'commune', '${path}',
          0, '2021-01-01', 1)`;
        await rig.change(
          `INSERT INTO units (id, code, name, name_folded, kind, level, path, is_outside, valid_from, version)
           VALUES ${unit('d', '/d/')}, ${unit('w1', '/d/w1/')}, ${unit('w2', '/d/w2/')}`,
        );
        const { state } = await rig.breakdowns.groupsOf(SYSTEM_SCOPE, ask({ by: ['unit'], belowUnitId: 'd' }));
        expect(state.map(({ keys, counts }) => [...keys, counts.decided.heads])).toEqual([
          ['w1', 1],
          ['w2', 1],
        ]);
        await expect(rig.breakdowns.groupsOf(SYSTEM_SCOPE, ask({ belowUnitId: 'x' }))).rejects.toThrow('unit');
        const table = await rig.breakdowns.tableOf(SYSTEM_SCOPE, ask({ by: ['unit'], belowUnitId: 'd' }));
        const [heading, first] = table.split('\r\n');
        expect(heading?.startsWith('\u{FEFF}Hệ,Đơn vị,Đề nghị: lượt,Đề nghị: đối tượng')).toBe(true);
        expect(first?.startsWith("Nhà nước,'=w1 (w1),2,1,710000")).toBe(true);
      });

      it('count in the cluster of the year on the axis, and list its cases', async () => {
        const member = (clusterId: string, unitId: string, year: number): ClusterMembership =>
          ({ clusterId, unitId, endsOn: `${year}-12-31`, validFrom: `${year}-01-01`, validTo: null }) as never;
        await rig.putMemberships([member('k3', 'w1', 2024), member('k1', 'w2', 2023), member('k3', 'e', 2024)]);
        const { state } = await rig.breakdowns.groupsOf(SYSTEM_SCOPE, ask({ by: ['cluster'] }));
        expect(state.map(({ keys, counts }) => [...keys, counts.decided.awards])).toEqual([
          [null, 1],
          ['k3', 3],
        ]);
        const total = async (more: object): Promise<number> =>
          (await rig.breakdowns.casesBehind(SYSTEM_SCOPE, behind(more))).total;
        expect([await total({ clusterId: 'k3' }), await total({ clusterId: 'none' })]).toEqual([3, 1]);
        expect(await total({ clusterId: 'k1' })).toBe(0);
        expect(await total({ clusterId: 'k1', axis: 'achievement' })).toBe(1);
        const table = await rig.breakdowns.tableOf(SYSTEM_SCOPE, ask({ by: ['cluster', 'leaderLevel'] }));
        for (const line of [
          '\u{FEFF}Hệ,"Cụm, khối thi đua","Cấp lãnh đạo, quản lý",Đề nghị: lượt',
          'Nhà nước,,Lãnh đạo cấp xã,1,1,0',
          'Nhà nước,"Cụm k3 (k3, k3)",,1,1,0',
          'Nhà nước,"Cụm k3 (k3, k3)","Không giữ chức vụ lãnh đạo, quản lý",2,1,710000',
          'Nhà nước,"Cụm k3 (k3, k3)","Lãnh đạo, quản lý, chưa rõ cấp",1,1,0',
        ]) {
          expect(table).toContain(line);
        }
      });

      it('answer what the figures of a published text say that they count', async () => {
        const figure = { stage: 'decided' as const, family: 'state' as const, subjectKind: 'person' as const };
        const figures = [
          { code: 'a', label: 'a', value: decimal('3'), counts: { ...figure, number: 'awards' as const } },
          { code: 'h', label: 'h', value: decimal('2'), counts: { ...figure, number: 'heads' as const } },
          { code: 'm', label: 'm', value: decimal('0'), counts: { ...figure, number: 'money' as const, tier: 'GK' } },
          {
            code: 'p',
            label: 'p',
            value: decimal('0'),
            counts: { ...figure, family: 'party' as const, number: 'awards' as const },
          },
          { code: 'x', label: 'x', value: decimal('1') },
        ];
        const records = new RecordedFigures(rig.reads, new UnitDirectory());
        const content = { axis: 'decision' as const, figures, lists: [], periods: [] };
        const under = async (path: string): Promise<object> => Object.fromEntries(await records.of(content, path));
        expect(await under('/d/')).toEqual({ a: '3', h: '2', m: '710000', p: '0' });
        const asked = jest.spyOn(rig.reads, 'rows');
        const tiers = Array.from({ length: 40 }, (_, index) => ({
          ...{ code: `t${index}`, label: 't', value: decimal('0') },
          counts: { ...figure, number: 'awards' as const, tier: index === 0 ? 'GK' : `T${index}` },
        }));
        const byTier = await records.of({ ...content, figures: tiers }, '/d/');
        expect([byTier.get('t0'), byTier.get('t39'), asked.mock.calls.length]).toEqual(['2', '0', 1]);
        asked.mockRestore();
        expect(await under('/d/w2/')).toEqual({ a: '1', h: '1', m: '0', p: '0' });
      });
    });
  });
}

describeSqlite('on SQLite', breakdownsContract);
describePostgresDatabase('on PostgreSQL', breakdownsContract);
