import fc from 'fast-check';
import { awardWorkflow } from '../../workflows/award';
import { foldTally, type TallyAxis } from '../../workflows/tally';
import { SYSTEM_SCOPE } from '../../src/platform/auth/scope';
import { casesForFold, countCases } from '../../src/tallies/case-counts.repository';
import { NOT_PROPOSED, RECOMMENDED, TALLY_AXES } from '../../src/tallies/case-stages';
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

    it('count any cases as the fold of the core does, on every axis, fresh or kept', async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(anyCase(STATES, ['c1', 'c2', null]), { maxLength: 40 }), async (cases) => {
          await rig.empty();
          await rig.put(cases);
          for (const campaignId of ['c1', null]) {
            const counts = await countCases(rig.reads, campaignId, ALL);
            const folded = await casesForFold(rig.reads, campaignId);
            await rig.tally(campaignId);
            for (const axis of TALLY_AXES) {
              expect(tallyOf(axis, counts)).toEqual(foldTally(folded, axis));
              expect(await rig.queries.of(SYSTEM_SCOPE, { campaignId, axis })).toMatchObject(foldTally(folded, axis));
            }
          }
        }),
        { numRuns: 30 },
      );
    });

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

    it('answer what was counted last while nothing has changed since, and count anew when something has', async () => {
      await rig.put([aTalliedCase()]);
      const ask = async (): Promise<readonly [string, number | undefined]> => {
        const { computedAt, state } = await rig.queries.of(SYSTEM_SCOPE, { campaignId: null, axis: 'decision' });
        return [computedAt, state.totals[0]?.counts.decided.awards];
      };
      expect(await rig.tally(null)).toBe(true);
      const later = rig.clock.advance(60_000);
      expect(await ask()).toEqual([NOW, 1]);
      expect(await rig.tally(null)).toBe(false);
      await rig.put([aTalliedCase({ subjectId: 's2' })], 1);
      expect(await ask()).toEqual([later, 2]);
      expect(await rig.tally(null)).toBe(true);
      rig.clock.advance(60_000);
      expect(await ask()).toEqual([later, 2]);
    });

    it.each([
      ['a case has a new version', "UPDATE award_cases SET version = 2, state = 'revoked'"],
      ['a pledge has a new version', 'UPDATE pledges SET version = 2'],
      ['the plan was amended', 'UPDATE campaigns SET plan_revision = 3'],
    ])('are counted anew when %s', async (_, change) => {
      const report = { unit: 'w1', pledgeState: 'registered', asOf: '2024-01-31', values: [] };
      await rig.plan('c1', { reports: [report] });
      await rig.put([aTalliedCase({ campaignId: 'c1' })]);
      expect(await rig.tally('c1')).toBe(true);
      expect(await rig.tally('c1')).toBe(false);
      await rig.change(change);
      expect(await rig.tally('c1')).toBe(true);
    });

    it('are found out by verify when a number that is shown was changed', async () => {
      await rig.plan('c1');
      await rig.put([aTalliedCase({ campaignId: 'c1' }), aTalliedCase({ campaignId: null })]);
      await rig.tally('c1');
      await rig.tally(null);
      expect(await rig.violations()).toEqual([]);
      await rig.change("UPDATE tally_rows SET heads = heads + 1 WHERE axis = 'decision'");
      expect(await rig.violations()).toEqual([
        'tally outside campaigns: its tally by decision is not what its cases add up to',
        'tally of campaign c1: its tally by decision is not what its cases add up to',
      ]);
      // Nobody is shown numbers that are out of date.
      await rig.change('UPDATE award_cases SET version = version + 1');
      expect(await rig.violations()).toEqual([]);
    });

    it('replace the numbers of one campaign and leave the others', async () => {
      await rig.put([aTalliedCase({ campaignId: 'c1', tier: 'LDTT' }), aTalliedCase({ campaignId: 'c2' })]);
      await rig.tally('c1');
      await rig.tally('c2');
      await rig.change("UPDATE award_cases SET tier = 'GK', version = 2 WHERE campaign_id = 'c1'");
      await rig.tally('c1');
      const kept = await rig.reads.rows(
        `SELECT DISTINCT campaign_key AS "key", tier FROM tally_rows WHERE tier <> '' ORDER BY campaign_key`,
      );
      expect(kept).toEqual([
        { key: 'c1', tier: 'GK' },
        { key: 'c2', tier: 'GK' },
      ]);
    });
  });
}

describe('the states of a case', () => {
  it('are all known to tallies: not proposed, proposed only, or recommended', () => {
    const appraised = ['submitted', 'received', 'underAppraisal', 'ineligible', 'listed', 'inReview', 'notRecommended'];
    const held = ['onHold.received', 'onHold.underAppraisal', 'onHold.listed', 'onHold.inReview'];
    expect([...NOT_PROPOSED, ...appraised, ...held, ...RECOMMENDED].sort()).toEqual([...STATES].sort());
  });
});

describeSqlite('on SQLite', talliesContract);
describePostgresDatabase('on PostgreSQL', talliesContract);
