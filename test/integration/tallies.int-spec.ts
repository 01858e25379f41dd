import fc from 'fast-check';
import { awardWorkflow } from '../../workflows/award';
import { foldTally, type TallyAxis } from '../../workflows/tally';
import { SYSTEM_SCOPE } from '../../src/platform/auth/scope';
import { allCounts } from '../../src/tallies/case-counting';
import { casesForFold } from '../../src/tallies/case-rows.repository';
import { TALLY_AXES } from '../../src/tallies/case-stages';
import { ELIGIBLE, NOT_APPRAISED, NOT_PROPOSED, RECOMMENDED } from '../../src/tallies/case-states';
import { ALL } from '../../src/tallies/current-numbers';
import { countResults, resultsForFold } from '../../src/tallies/results.repository';
import { foldResults, resultTallyOf } from '../../src/tallies/results';
import { tallyOf } from '../../src/tallies/tally-of-counts';
import { anyCase, anyReportedPlan, aTalliedCase } from '../factories/tallies';
import { describePostgresDatabase, describeSqlite, type DatabaseOf } from '../support/database';
import { NOW, useTallies } from './tallies-rig';

/** All states of a case. */
const STATES = awardWorkflow.transitions.statePaths;

/** That tallies are right and current, on either database. */
function talliesContract(database: DatabaseOf): void {
  describe('tallies', () => {
    const rig = useTallies(database);

    it('count any cases as the fold of the core does, on every axis, however they came about', async () => {
      const steps = fc.array(
        fc.record({
          index: fc.nat({ max: 11 }),
          to: anyCase(STATES, ['c1', null]),
          isCounted: fc.boolean(),
          merged: fc.constantFrom<readonly [string, string] | null>(null, null, null, ['s2', 's1'], ['s1', 's3']),
        }),
        { maxLength: 12 },
      );
      const cases = fc.array(anyCase(STATES, ['c1', null]), { minLength: 1, maxLength: 12 });
      await fc.assert(
        fc.asyncProperty(cases, steps, async (put, changes) => {
          await rig.empty();
          await rig.plan('c1');
          await rig.put(put);
          const gone = new Set<string>();
          for (const { index, to, isCounted, merged } of changes) {
            if (merged && !merged.some((id) => gone.has(id))) {
              gone.add(merged[0]);
              await rig.merge(...merged);
              if (isCounted) await rig.countPerson(merged[1]);
            }
            await rig.changeCase(index, to);
            if (isCounted) await rig.count([`case-${index}`]);
          }
          await rig.countAll();
          await expectTallies();
          await rig.countAll();
          await expectTallies();
          await rig.recount('c1');
          await rig.recount(null);
          await expectTallies();
        }),
        { numRuns: 15 },
      );
      // Some 4,000 statements on PostgreSQL.
    }, 120_000);

    /** That every number is what the fold gives: what is shown, and what SQL makes of everything at once. */
    const expectTallies = async (): Promise<void> => {
      for (const campaignId of ['c1', null]) {
        const folded = await casesForFold(rig.reads, campaignId);
        const key = campaignId ?? 'none';
        const counts = await allCounts(rig.reads, { sql: 't.campaign_key = ?', params: [key] });
        for (const axis of TALLY_AXES) {
          const expected = foldTally(folded, axis);
          expect(tallyOf(axis, counts)).toEqual(expected);
          expect(await rig.queries.of(SYSTEM_SCOPE, { campaignId, axis })).toMatchObject(expected);
        }
      }
    };

    it('count the results of any plan as their fold does, fresh or kept', async () => {
      await fc.assert(
        fc.asyncProperty(anyReportedPlan, async (plan) => {
          await rig.empty();
          await rig.plan('c1', plan);
          const folded = foldResults(await resultsForFold(rig.reads, 'c1'));
          expect(resultTallyOf(await countResults(rig.reads, 'c1', ALL))).toEqual(folded);
          await rig.tally('c1');
          const { indicators, measures, units } = await rig.queries.resultsOf(SYSTEM_SCOPE, 'c1');
          expect({ indicator: indicators, measure: measures, unit: units }).toEqual(folded);
        }),
        { numRuns: 30 },
      );
    });

    it('take the last verified value of each measure, and none of a pledge that was given up', async () => {
      const report = { unit: 'w1', pledgeState: 'reporting' };
      const value = (measure: number, status: string, isVerified = true): object => ({ measure, status, isVerified });
      const reports = [
        { ...report, asOf: '2024-03-31', values: [value(0, 'missed'), value(1, 'reached')] },
        { ...report, asOf: '2024-06-30', values: [value(0, 'exceeded'), value(1, 'missed', false)] },
        { ...report, unit: 'w2', asOf: '2024-06-30', pledgeState: 'withdrawn', values: [value(0, 'exceeded')] },
      ];
      await rig.plan('c1', { indicators: ['1', '1'], reports } as never);
      const { indicators, measures, units } = await rig.queries.resultsOf(SYSTEM_SCOPE, 'c1');
      const none = { exceeded: 0, reached: 0, missed: 0, notReported: 0 };
      expect(indicators).toEqual([{ key: '1', counts: { ...none, reached: 1, notReported: 1 } }]);
      expect(measures).toEqual([
        { key: 'm0', counts: { ...none, exceeded: 1, notReported: 1 } },
        { key: 'm1', counts: { ...none, reached: 1, notReported: 1 } },
      ]);
      expect(units).toEqual([
        { key: 'w1', counts: { ...none, reached: 1 } },
        { key: 'w2', counts: { ...none, notReported: 1 } },
      ]);
    });

    it('keep State and Party awards, the three axes and the campaigns apart', async () => {
      await rig.put([
        aTalliedCase({ campaignId: 'c1', presentedOn: '2025-01-10', amount: '1410000' }),
        aTalliedCase({ campaignId: 'c1', family: 'party', tier: 'GK_DANG' }),
        aTalliedCase({ campaignId: null, subjectId: 's2' }),
      ]);
      await rig.plan('c1');
      await rig.countAll();
      const years = async (campaignId: string | null, axis: TallyAxis): Promise<readonly number[]> =>
        (await rig.queries.of(SYSTEM_SCOPE, { campaignId, axis })).state.lines.map(({ year }) => year);
      expect(await years('c1', 'achievement')).toEqual([2023]);
      expect(await years('c1', 'decision')).toEqual([2024]);
      expect(await years('c1', 'presentation')).toEqual([2025]);
      expect(await years(null, 'presentation')).toEqual([]);
      const { state, party } = await rig.queries.of(SYSTEM_SCOPE, { campaignId: 'c1', axis: 'achievement' });
      expect(state.totals[0]?.counts.decided).toEqual({ awards: 1, heads: 1, money: '1410000' });
      expect(party.totals[0]?.counts.decided).toEqual({ awards: 1, heads: 1, money: '0' });
    });

    it('say when they were counted, and count again only what changed', async () => {
      await rig.put([aTalliedCase()]);
      const ask = async (): Promise<readonly [string, number | undefined]> => {
        const { computedAt, state } = await rig.queries.of(SYSTEM_SCOPE, { campaignId: null, axis: 'decision' });
        return [computedAt, state.totals[0]?.counts.decided.awards];
      };
      await rig.count(['case-0']);
      const later = rig.clock.advance(60_000);
      expect(await ask()).toEqual([NOW, 1]);
      await rig.put([aTalliedCase({ subjectId: 's2' })], 1);
      expect(await ask()).toEqual([NOW, 1]);
      await rig.count(['case-1']);
      expect(await ask()).toEqual([later, 2]);
    });

    it('count what was sent up once, as the case that it began with', async () => {
      await rig.put([
        aTalliedCase({ state: 'grantedAbove', isUpward: 1 }),
        aTalliedCase(),
        aTalliedCase({ campaignId: 'c2' }),
      ]);
      await rig.change("UPDATE award_cases SET parent_case_id = 'case-0' WHERE id <> 'case-0'");
      await rig.plan('c2');
      await rig.countAll();
      const decided = async (campaignId: string | null): Promise<unknown> =>
        (await rig.queries.of(SYSTEM_SCOPE, { campaignId, axis: 'decision' })).state.totals[0]?.counts.decided.awards;
      expect([await decided(null), await decided('c2')]).toEqual([1, 1]);
      expect(await rig.violations()).toEqual([]);
    });

    it('count rows of one person that were merged as one head, from the merger on', async () => {
      const person = { subjectKind: 'person' as const };
      await rig.put([aTalliedCase({ ...person }), aTalliedCase({ ...person, subjectId: 's2' })]);
      await rig.put([aTalliedCase({ ...person, subjectId: 's3' }), aTalliedCase({ subjectId: 's3' })], 2);
      await rig.countAll();
      const decided = async (): Promise<unknown> =>
        (await rig.queries.of(SYSTEM_SCOPE, { campaignId: null, axis: 'decision' })).state.totals.map(
          ({ counts: { decided } }) => [decided.awards, decided.heads],
        );
      expect(await decided()).toEqual([
        [1, 1],
        [3, 3],
      ]);
      await rig.merge('s2', 's1');
      expect(await rig.violations()).toEqual([]);
      await rig.countPerson('s1');
      expect(await decided()).toEqual([
        [1, 1],
        [3, 2],
      ]);
      await rig.merge('s1', 's3');
      await rig.countPerson('s3');
      expect(await decided()).toEqual([
        [1, 1],
        [3, 1],
      ]);
      expect(await rig.violations()).toEqual([]);
      await rig.change("UPDATE people SET merged_into_id = NULL WHERE id = 's2'");
      expect(await rig.violations()).toEqual(['case case-1: is not counted as what it is']);
    });

    it('count twenty changes of one subject at once as one head and twenty awards', async () => {
      await rig.put(Array.from({ length: 20 }, () => aTalliedCase({ amount: '710000' })));
      await rig.count(['case-0']);
      await rig.change("UPDATE award_cases SET version = 2, paid_on = '2024-01-31'");
      await Promise.all(Array.from({ length: 20 }, (_, index) => rig.count([`case-${index}`])));
      const { state } = await rig.queries.of(SYSTEM_SCOPE, { campaignId: null, axis: 'decision' });
      expect(state.totals[0]?.counts.paid).toEqual({ awards: 20, heads: 1, money: '14200000' });
      expect(await rig.violations()).toEqual([]);
    });

    it.each([
      ['a pledge has a new version', 'UPDATE pledges SET version = 2'],
      ['the plan was amended', 'UPDATE campaigns SET plan_revision = 3'],
    ])('count results anew when %s', async (_, change) => {
      const report = { unit: 'w1', pledgeState: 'registered', asOf: '2024-01-31', values: [] };
      await rig.plan('c1', { reports: [report] });
      expect(await rig.tally('c1')).toBe(true);
      expect(await rig.tally('c1')).toBe(false);
      await rig.change(change);
      expect(await rig.tally('c1')).toBe(true);
    });

    it('are found out by verify when a number that is shown was changed', async () => {
      await rig.plan('c1');
      await rig.put([aTalliedCase({ campaignId: 'c1' }), aTalliedCase({ campaignId: null })]);
      await rig.countAll();
      expect(await rig.violations()).toEqual([]);
      await rig.change("UPDATE tally_rows SET heads = heads + 1 WHERE axis = 'decision'");
      expect(await rig.violations()).toEqual([
        'tally outside campaigns: its tally by decision is not what its cases add up to',
        'tally of campaign c1: its tally by decision is not what its cases add up to',
      ]);
      await rig.recount('c1');
      await rig.recount(null);
      expect(await rig.violations()).toEqual([]);
    });

    it('are found out by verify when a case is not counted as what it is, unless it waits to be counted', async () => {
      await rig.put([aTalliedCase(), aTalliedCase({ state: 'draft' })]);
      await rig.countAll();
      await rig.change("UPDATE award_cases SET version = 2, state = 'submitted' WHERE id = 'case-1'");
      expect(await rig.violations()).toEqual(['case case-1: is not counted as what it is']);
      await rig.awaitCount('case-1');
      expect(await rig.violations()).toEqual([]);
    });
  });
}

describe('the states of a case', () => {
  it('are all known to tallies: not proposed, proposed only, eligible, or recommended', () => {
    const known = [...NOT_PROPOSED, ...NOT_APPRAISED, ...ELIGIBLE, ...RECOMMENDED];
    expect(known.sort()).toEqual([...STATES].sort());
  });
});

describeSqlite('on SQLite', talliesContract);
describePostgresDatabase('on PostgreSQL', talliesContract);
