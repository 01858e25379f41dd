import fc from 'fast-check';
import { awardWorkflow } from '../../workflows/award';
import { decimal } from '../../workflows/kernel';
import { foldGroups, TALLY_DIMENSIONS, type TallyBreakdown, type TallyDimension } from '../../workflows/tally';
import { SYSTEM_SCOPE } from '../../src/platform/auth/scope';
import { RecordedFigures } from '../../src/reconciliations/recorded-figures';
import { UnitDirectory } from '../../src/units';
import { casesForFold } from '../../src/tallies/case-rows.repository';
import { TALLY_AXES } from '../../src/tallies/case-stages';
import { TallyCasesQuery, TallyTableQuery } from '../../src/tallies/dto/tally-filter.request';
import { countGroups } from '../../src/tallies/groups.repository';
import { anyCase, aTalliedCase } from '../factories/tallies';
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
      await fc.assert(
        fc.asyncProperty(cases, fc.array(anyBreakdown, { minLength: 4, maxLength: 4 }), async (put, breakdowns) => {
          await rig.empty();
          await rig.put(put);
          await rig.countAll();
          const folded = await casesForFold(rig.reads, null);
          for (const breakdown of breakdowns) {
            expect(await countGroups(rig.reads, breakdown, OUTSIDE)).toEqual(foldGroups(folded, breakdown));
          }
        }),
        { numRuns: 15 },
      );
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
        expect(await under('/d/w2/')).toEqual({ a: '1', h: '1', m: '0', p: '0' });
      });
    });
  });
}

describeSqlite('on SQLite', breakdownsContract);
describePostgresDatabase('on PostgreSQL', breakdownsContract);
